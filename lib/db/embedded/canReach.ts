import { spawnSync } from 'node:child_process'
import type { PostgresUser } from './postgresUser'

/** Whether that user can pass every folder on the way to `path` and use it (`test -x`: enter it, or run it). */
export function canReach(path: string, user: PostgresUser): boolean {
  // By trying, in a process of that user: mode bits alone would miss access lists and mount options.
  const tried = spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/', stdio: 'ignore' })
  return tried.status === 0
}
