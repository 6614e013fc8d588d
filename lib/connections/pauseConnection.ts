import type { Connection } from '@/lib/contracts/connection'
import { getPool } from '@/lib/db/pool'
import { notFound } from '@/lib/http/notFound'
import { announceConnections } from './announceConnections'
import { requireConnection } from './listConnections'

/**
 * Pauses a connection: its callbacks are verified, kept and answered as ever, but nothing of them is applied until it is
 * resumed. Throws HttpProblem 404. Safe to repeat: the first moment stays.
 */
export async function pauseConnection(publicId: string): Promise<Connection> {
  const { rowCount } = await getPool().query(
    'UPDATE connection SET paused_at = coalesce(paused_at, now()) WHERE public_id = $1',
    [publicId],
  )
  if (!rowCount) throw notFound('connection', publicId)
  await announceConnections()
  return requireConnection(publicId)
}
