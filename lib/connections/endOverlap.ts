import type { Connection } from '@/lib/contracts/connection'
import { getPool } from '@/lib/db/pool'
import { notFound } from '@/lib/http/notFound'
import { announceConnections } from './announceConnections'
import { requireConnection } from './listConnections'

/** Stops accepting the secrets before the last rotation, and forgets them. Throws HttpProblem 404. Safe to repeat. */
export async function endOverlap(publicId: string): Promise<Connection> {
  const { rowCount } = await getPool().query(
    `UPDATE connection SET previous_secrets = NULL, previous_until = NULL, previous_used_at = NULL WHERE public_id = $1`,
    [publicId],
  )
  if (!rowCount) throw notFound('connection', publicId)
  await announceConnections()
  return requireConnection(publicId)
}
