import { getPool } from '@/lib/db/pool'
import { reload } from './directory'

/** The channel on which processes tell each other that the list of connections changed. */
export const CONNECTIONS_CHANNEL = 'landed_connections'

/** Tells every process to read the connections again; this one has done so when it resolves. */
export async function announceConnections(): Promise<void> {
  await getPool().query('SELECT pg_notify($1, $2)', [CONNECTIONS_CHANNEL, ''])
  await reload()
}
