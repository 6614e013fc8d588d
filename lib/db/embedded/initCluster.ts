import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { appendFileSync, chownSync, existsSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { platform } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { StartProblem } from '@/lib/StartProblem'
import type { Place } from './placeCluster'

const MAJOR = '18'

/**
 * Makes the cluster unless it is there, and returns the password of its user `landed`.
 * @throws StartProblem when it cannot be made, or was made by another version
 */
export async function initCluster(place: Place, binaries: string): Promise<string> {
  const { home } = place
  if (existsSync(join(home, 'data'))) return readExisting(home)
  const password = randomBytes(24).toString('hex')
  writeFileSync(join(home, 'password'), password, { mode: 0o600 })
  const unfinished = join(home, 'data.unfinished')
  rmSync(unfinished, { recursive: true, force: true })
  await initdb(place, binaries, unfinished, password)
  appendFileSync(join(unfinished, 'postgresql.conf'), "\ninclude 'landed.conf'\ninclude_if_exists 'custom.conf'\n")
  // Last: a folder of this name is whole.
  renameSync(unfinished, join(home, 'data'))
  return password
}

function readExisting(home: string): string {
  try {
    const version = readFileSync(join(home, 'data/PG_VERSION'), 'utf8').trim()
    if (version === MAJOR) return readFileSync(join(home, 'password'), 'utf8').trim()
    throw new StartProblem(
      `${home} was made by PostgreSQL ${version}, this is ${MAJOR}: dump it with the old version of Landed, then restore it here.`,
    )
  } catch (error) {
    if (error instanceof StartProblem) throw error
    const code = (error as NodeJS.ErrnoException).code ?? String(error)
    throw new StartProblem(`The database in ${home} cannot be read (${code}): run Landed as the user it belongs to.`)
  }
}

async function initdb(place: Place, binaries: string, folder: string, password: string): Promise<void> {
  const passwordFile = join(place.home, 'password.new')
  writeFileSync(passwordFile, password, { mode: 0o600 })
  if (place.user) chownSync(passwordFile, place.user.uid, place.user.gid)
  try {
    // PostgreSQL's own C.UTF-8: the order of texts does not depend on the machine's C library.
    const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', '--encoding=UTF8']
    // One call for the whole file system rather than one for each of a thousand files.
    const sync = platform() === 'linux' ? ['--sync-method=syncfs'] : []
    const access = ['--username=landed', '--auth=scram-sha-256', `--pwfile=${passwordFile}`]
    await promisify(execFile)(join(binaries, 'bin/initdb'), ['-D', folder, ...locale, ...sync, ...access], {
      ...place.user,
      cwd: '/',
    })
  } catch (error) {
    throw new StartProblem(`The embedded PostgreSQL cannot make its database: ${reason(error)}`, { cause: error })
  } finally {
    rmSync(passwordFile, { force: true })
  }
}

function reason(error: unknown): string {
  const { stderr, message } = error as { stderr?: string; message: string }
  const lines = (stderr || message).split('\n').filter((line) => line.trim() !== '')
  return (lines.find((line) => /error/i.test(line)) ?? lines[0] ?? message).trim()
}
