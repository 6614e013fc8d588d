import pg from 'pg'
import { processSingleton } from './processSingleton'

/** What `getPool` connects to. The start script always sets DATABASE_URL, also for the embedded PostgreSQL. */
function databaseUrl(): string {
  const url = process.env['DATABASE_URL']
  if (!url) throw new Error('DATABASE_URL is not set. Start Landed with "npm start", which sets it.')
  return url
}

/** The process-wide pool for reads and small writes. */
export function getPool(): pg.Pool {
  return processSingleton('pool', () => createPool(databaseUrl(), 8))
}

/** No parallel plans: for queries of milliseconds their workers cost more than they save. */
const SESSION = '-c timezone=UTC -c statement_timeout=30000 -c jit=off -c max_parallel_workers_per_gather=0'

/**
 * For the ingest: every statement finds its rows by key, whatever the statistics say. Without this a plan made while
 * the tables were empty (a sequential scan) is kept by the session and the rate falls to a tenth as they grow.
 */
const INGEST_SESSION = `${SESSION} -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off -c plan_cache_mode=force_generic_plan`

/** A pool with Landed's session settings. The caller ends it. Idle connections that break are replaced silently. */
export function createPool(connectionString: string, max: number, options: string = SESSION): pg.Pool {
  return openPool({ connectionString, max, options })
}

/**
 * The pool of the ingest. Its connections send statements without waiting for the answers before (pg's pipeline mode):
 * on a busy machine each round trip saved is worth as much as the statement.
 */
export function createIngestPool(connectionString: string, max: number): pg.Pool {
  return openPool({ connectionString, max, options: INGEST_SESSION, pipeline: true })
}

function openPool(config: pg.PoolConfig & { pipeline?: boolean }): pg.Pool {
  const pool = new pg.Pool({
    ...config,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'landed',
  })
  // Without a listener an idle connection that PostgreSQL closes (a restart) would end the process.
  pool.on('error', () => undefined)
  return pool
}
