import { copyFileSync, existsSync, fchownSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs'
import type { PostgresUser } from './postgresUser'

const LIMIT_BYTES = 8 * 1024 ** 2
const CHECK_EVERY_MS = 60_000
const TAIL_BYTES = 16_384

/**
 * Opens a log file for appending: the descriptor can be given to a child, which then needs nobody to read a pipe.
 * The file belongs to `user`, so that a later run by that user can go on with it.
 */
export function openLog(file: string, user: PostgresUser | undefined): number {
  boundLog(file)
  const descriptor = openSync(file, 'a', 0o600)
  if (user) fchownSync(descriptor, user.uid, user.gid)
  return descriptor
}

/** Keeps a log file below its limit for as long as this process lives: older lines are moved to `<file>.1`. */
export function keepBounded(file: string): NodeJS.Timeout {
  return setInterval(() => boundLog(file), CHECK_EVERY_MS).unref()
}

/** The end of a log file, for a message about what went wrong. */
export function logTail(file: string): string {
  return existsSync(file) ? readFileSync(file).subarray(-TAIL_BYTES).toString('utf8') : ''
}

function boundLog(file: string): void {
  if (!existsSync(file) || statSync(file).size < LIMIT_BYTES) return
  // Copied and emptied, not renamed: the writer holds the file open, and appends wherever its end is.
  copyFileSync(file, `${file}.1`)
  truncateSync(file)
}
