import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { parse } from 'pg-connection-string'
import { StartProblem } from '@/lib/StartProblem'

const CONNECT_TIMEOUT_MS = 10_000
const OLDEST_VERSION = 150_000
const STARTING_UP = '57P03'
const PATIENCE_MS = 30_000

/**
 * One connection to the database, checked: it is PostgreSQL 15 or newer and lets us in. To be ended by the caller.
 * @throws StartProblem, one sentence without the password
 */
export async function connectDatabase(databaseUrl: string): Promise<pg.Client> {
  const client = await connectPatiently(databaseUrl, Date.now() + PATIENCE_MS)
  const version = await client.query<{ number: number; text: string }>(
    "SELECT current_setting('server_version_num')::int AS number, current_setting('server_version') AS text",
  )
  const { number, text } = version.rows[0] ?? { number: 0, text: 'of unknown version' }
  if (number >= OLDEST_VERSION) return client
  await client.end()
  throw new StartProblem(`Landed needs PostgreSQL 15 or newer, ${place(databaseUrl)} is PostgreSQL ${text}.`)
}

async function connectPatiently(databaseUrl: string, giveUpAt: number): Promise<pg.Client> {
  for (;;) {
    const client = clientFor(databaseUrl)
    try {
      await client.connect()
      return client
    } catch (error) {
      await client.end().catch(() => undefined)
      const isStarting = (error as { code?: string }).code === STARTING_UP
      if (!isStarting || Date.now() > giveUpAt) throw explain(databaseUrl, error as NodeJS.ErrnoException)
      await delay(250)
    }
  }
}

function clientFor(databaseUrl: string): pg.Client {
  try {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: CONNECT_TIMEOUT_MS })
    // A connection that breaks later makes the next query fail; unheard, the event would end the process.
    client.on('error', () => undefined)
    return client
  } catch {
    throw new StartProblem('DATABASE_URL is not a connection string: postgresql://user:password@host:5432/database.')
  }
}

function explain(databaseUrl: string, error: NodeJS.ErrnoException): StartProblem {
  const where = place(databaseUrl)
  // Node tries IPv6 and IPv4; then the codes are on the inner errors.
  const code = error.code ?? (error as { errors?: NodeJS.ErrnoException[] }).errors?.[0]?.code
  const options = { cause: error }
  if (code === '28P01' || code === '28000')
    return new StartProblem(`PostgreSQL at ${where} refused the sign-in: ${error.message} (see DATABASE_URL).`, options)
  if (code === '3D000')
    return new StartProblem(`PostgreSQL at ${where} has no such database: create it, or correct DATABASE_URL.`, options)
  if (code && /^E[A-Z]/.test(code))
    return new StartProblem(`PostgreSQL at ${where} cannot be reached (${code}): check DATABASE_URL.`, options)
  return new StartProblem(
    `What answers at ${where} does not talk like PostgreSQL (${error.message}): check DATABASE_URL.`,
    options,
  )
}

function place(databaseUrl: string): string {
  const { host, port, database } = parse(databaseUrl)
  return `${host ?? 'localhost'}:${port || 5432}/${database ?? ''}`
}
