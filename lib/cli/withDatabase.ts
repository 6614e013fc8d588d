import { startEmbeddedPostgres } from '@/lib/db/embedded/startEmbeddedPostgres'
import { runningEmbeddedUrl } from '@/lib/db/embedded/runningEmbeddedUrl'
import { applyMigrations } from '@/lib/db/migrate/applyMigrations'
import { getPool } from '@/lib/db/pool'
import { readEnv } from '@/lib/env'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import { requireCurrentSchema } from './requireCurrentSchema'

/** The database that a command works on; the process's pool is connected to it. */
export interface CommandDatabase {
  url: string
  embedded: boolean
}

interface Database extends CommandDatabase {
  /** True when this command started the embedded PostgreSQL itself. */
  own: boolean
  close(): Promise<void>
}

export interface DatabaseOptions {
  /** True for the command that brings the schema up to date itself. */
  anySchema?: boolean
}

/**
 * Runs a command against the database that `npm start` would use: DATABASE_URL, else the embedded PostgreSQL, that of
 * the running server or, when none runs, one that is started for as long as the command takes.
 */
export async function withDatabase<T>(
  work: (database: CommandDatabase) => Promise<T>,
  options: DatabaseOptions = {},
): Promise<T> {
  const database = await openDatabase()
  const close = once(async () => {
    await getPool().end()
    await database.close()
  })
  // A PostgreSQL that the command started must not outlive it.
  const interrupted = () => void close().finally(() => process.exit(130))
  if (database.own) process.once('SIGINT', interrupted).once('SIGTERM', interrupted)
  try {
    if (!options.anySchema) await prepare(database)
    return await work(database)
  } finally {
    process.off('SIGINT', interrupted).off('SIGTERM', interrupted)
    await close()
  }
}

async function openDatabase(): Promise<Database> {
  const { databaseUrl, dataDir } = readEnv()
  const existing = databaseUrl ?? runningEmbeddedUrl(dataDir)
  const started = existing ? undefined : await startEmbeddedPostgres(dataDir)
  const url = existing ?? started?.url ?? ''
  process.env['DATABASE_URL'] = url
  return { url, embedded: !databaseUrl, own: started !== undefined, close: async () => started?.stop() }
}

/**
 * A server that uses this database has its schema already; one that nobody serves is ours to bring up to date. The time
 * zone is the one that the counters were built in, whatever the environment says: what a replay counts must fit them.
 */
async function prepare({ url, own }: Database): Promise<void> {
  if (own) await applyMigrations(url)
  else await requireCurrentSchema(url)
  process.env['LANDED_TIME_ZONE'] = await ensureTimeZone(getPool(), undefined, readEnv().timeZone)
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => (running ??= work())
}
