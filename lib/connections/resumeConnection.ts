import type { Connection } from '@/lib/contracts/connection'
import { getPool } from '@/lib/db/pool'
import { notFound } from '@/lib/http/notFound'
import { announceConnections } from './announceConnections'
import { requireConnection } from './listConnections'

/**
 * Ends the pause of a connection: from now on its callbacks are applied as they arrive. What was kept meanwhile is for
 * `applyPaused`. Throws HttpProblem 404. Safe to repeat.
 */
export async function resumeConnection(publicId: string): Promise<Connection> {
  const { rowCount } = await getPool().query('UPDATE connection SET paused_at = NULL WHERE public_id = $1', [publicId])
  if (!rowCount) throw notFound('connection', publicId)
  await announceConnections()
  return requireConnection(publicId)
}
