import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { announceConnections } from './announceConnections'
import { purgeConnection, type Purged } from './purgeConnection'
import { CONNECTION_LOCK_CLASS } from './removalLock'

const idRow = z.object({ id: z.number() })

/**
 * Removes a connection with everything that came through it. Null when there is no such connection.
 * Two transactions: the connection goes at once (its callbacks are refused from then on), its data after it. A crash
 * between them leaves data without a connection, which the hourly upkeep deletes.
 */
export async function removeConnection(publicId: string): Promise<(Purged & { id: string }) | null> {
  const id = await deleteConnection(publicId)
  if (id === null) return null
  await announceConnections()
  return { id: publicId, ...(await transaction((client) => purgeConnection(client, id))) }
}

async function deleteConnection(publicId: string): Promise<number | null> {
  return transaction(async (client) => {
    const [known] = await sql(idRow, 'SELECT id FROM connection WHERE public_id = $1', [publicId], client)
    if (!known) return null
    await client.query('SELECT pg_advisory_xact_lock($1, $2)', [CONNECTION_LOCK_CLASS, known.id])
    const deleted = await sql(idRow, 'DELETE FROM connection WHERE id = $1 RETURNING id', [known.id], client)
    return deleted[0]?.id ?? null
  })
}
