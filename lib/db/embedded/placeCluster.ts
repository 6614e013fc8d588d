import { createHash } from 'node:crypto'
import {
  accessSync,
  chownSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  writeFileSync,
} from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
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
    mkdirSync(home, { recursive: true, mode: 0o700 })
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
    mkdirSync(parent, { recursive: true, mode: 0o711 })
    return settle(join(parent, name))
  } catch {
    // A read-only system folder: the caller tries the next one, and says so when none is left.
    return undefined
  }
}

function makeDataDir(dataDir: string): void {
  try {
    // As root others must be able to pass through to the cluster; what is secret in here has its own mode.
    mkdirSync(dataDir, { recursive: true, mode: process.geteuid?.() === 0 ? 0o711 : 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw unusable(dataDir, error)
  }
}

function unusable(folder: string, error: unknown): StartProblem {
  const code = (error as NodeJS.ErrnoException).code ?? String(error)
  return new StartProblem(
    `The data folder ${folder} cannot be used by ${userInfo().username} (${code}): give it to that user, or choose another with LANDED_DATA_DIR.`,
    { cause: error },
  )
}
