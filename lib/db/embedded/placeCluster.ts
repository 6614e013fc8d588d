import { createHash } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartProblem } from '@/lib/StartProblem'
import { canReach } from './canReach'
import { postgresUser, type PostgresUser } from './postgresUser'

/** Where the cluster of a data folder lies, and whom it runs as (undefined: ourselves). */
export interface Place {
  /** Holds `data` (PostgreSQL's own folder), `socket`, `password`, `owner.json` and the log. */
  home: string
  user: PostgresUser | undefined
}

/**
 * Finds or makes the folder of the cluster: `<data folder>/postgres`. As root in a place that PostgreSQL's user cannot
 * enter, a folder of the system instead, whose name is then kept in `<data folder>/postgres-location`.
 * @throws StartProblem when the data folder cannot be used
 */
export function placeCluster(dataDir: string): Place {
  makeDataDir(dataDir)
  const record = join(dataDir, 'postgres-location')
  const recorded = existsSync(record) ? readFileSync(record, 'utf8').trim() : undefined
  const place = settle(recorded ?? join(dataDir, 'postgres'))
  if (place) return place
  if (recorded) throw new StartProblem(`PostgreSQL cannot enter ${recorded}, which ${record} names: make it readable.`)
  return settleElsewhere(dataDir, record)
}

function settle(home: string): Place | undefined {
  const user = postgresUser(home)
  try {
    makeFolder(home, 0o700)
    if (user) chownSync(home, user.uid, user.gid)
    else accessSync(home, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(home, error)
  }
  return user && !canReach(home, user) ? undefined : { home, user }
}

function settleElsewhere(dataDir: string, record: string): Place {
  const name = createHash('sha256').update(realpathSync(dataDir)).digest('hex').slice(0, 12)
  for (const parent of ['/var/lib/landed', '/var/tmp/landed']) {
    const place = trySettle(parent, name)
    if (!place) continue
    writeFileSync(record, `${place.home}\n`)
    return place
  }
  throw new StartProblem(
    `PostgreSQL's user cannot enter ${dataDir}: set LANDED_DATA_DIR to a folder that others may pass, such as /srv/landed.`,
  )
}

function trySettle(parent: string, name: string): Place | undefined {
  try {
    makeFolder(parent, 0o711)
    // In a place like /var/tmp anybody could have made it first, and would own what is in it.
    return statSync(parent).uid === 0 ? settle(join(parent, name)) : undefined
  } catch {
    // A read-only system folder: the caller tries the next one, and says so when none is left.
    return undefined
  }
}

function makeDataDir(dataDir: string): void {
  try {
    // As root others must be able to pass through to the cluster; what is secret in here has its own mode.
    makeFolder(dataDir, process.geteuid?.() === 0 ? 0o711 : 0o700)
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(dataDir, error)
  }
}

/** Not `mkdir` with `recursive`: where a folder exists in which none can be made (/proc), that never returns. */
function makeFolder(folder: string, mode: number): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder), mode)
  mkdirSync(folder, { mode })
}

function unusable(folder: string, error: unknown): StartProblem {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return new StartProblem(
    `The data folder ${folder} cannot be used by this user (${code}): give it to them, or choose another with LANDED_DATA_DIR.`,
    { cause: error },
  )
}
