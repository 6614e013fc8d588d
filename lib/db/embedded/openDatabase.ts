import type { Env } from '@/lib/env'
import { runningEmbeddedUrl } from './runningEmbeddedUrl'
import { startEmbeddedPostgres, type EmbeddedOptions } from './startEmbeddedPostgres'

export interface OpenDatabase {
  url: string
  /** Stops the embedded PostgreSQL if it was started for this; otherwise does nothing. */
  close(): Promise<void>
}

/**
 * The database that the environment means: DATABASE_URL, or the embedded PostgreSQL, started here.
 * @throws StartProblem when another Landed runs on the data folder
 */
export async function openDatabase(
  env: Pick<Env, 'databaseUrl' | 'dataDir'>,
  options: EmbeddedOptions = {},
): Promise<OpenDatabase> {
  if (env.databaseUrl) return { url: env.databaseUrl, close: () => Promise.resolve() }
  const postgres = await startEmbeddedPostgres(env.dataDir, options)
  return { url: postgres.url, close: () => postgres.stop() }
}

/**
 * The same for the command line: beside a running server its embedded PostgreSQL is used, without one it is started
 * for the length of the command.
 */
export async function borrowDatabase(env: Pick<Env, 'databaseUrl' | 'dataDir'>): Promise<OpenDatabase> {
  const running = env.databaseUrl ?? runningEmbeddedUrl(env.dataDir)
  return openDatabase({ ...env, databaseUrl: running })
}
