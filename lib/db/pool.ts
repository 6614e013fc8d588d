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

/** A pool with Landed's session settings. The caller ends it. Idle connections that break are replaced silently. */
export function createPool(connectionString: string, max: number): pg.Pool {
  const pool = new pg.Pool({
    connectionString,
    max,
    idleTimeoutMillis: 60_000,
    connectionTimeoutMillis: 5_000,
    application_name: 'landed',
    options: '-c timezone=UTC -c statement_timeout=30000 -c jit=off',
  })
  // Without a listener an idle connection that PostgreSQL closes (a restart) would end the process.
  pool.on('error', () => undefined)
  return pool
}
