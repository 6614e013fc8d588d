import { getPool } from '@/lib/db/pool'

/** The channel on which processes tell each other that the list of connections changed. */
export const CONNECTIONS_CHANNEL = 'landed_connections'

/** Tells every process to read the connections again. */
export async function announceConnections(): Promise<void> {
  await getPool().query('SELECT pg_notify($1, $2)', [CONNECTIONS_CHANNEL, ''])
}
