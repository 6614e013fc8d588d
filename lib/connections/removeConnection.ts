import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { announceConnections } from './announceConnections'

const idRow = z.object({ id: z.number() })

export interface RemovedConnection {
  id: string
  messages: number
  receipts: number
}

/**
 * Removes a connection with everything that came through it, counters included, in one transaction.
 * Null when there is no such connection. A callback that is being committed meanwhile waits and is then refused.
 */
export async function removeConnection(publicId: string): Promise<RemovedConnection | null> {
  const removed = await transaction(async (client) => {
    await client.query('SET LOCAL statement_timeout = 0')
    const [connection] = await sql(idRow, 'DELETE FROM connection WHERE public_id = $1 RETURNING id', [publicId], client)
    if (!connection) return null
    const run = async (text: string) => (await client.query(text, [connection.id])).rowCount ?? 0
    // Messages first and in key order: the same order in which the ingest takes its row locks.
    await run('SELECT 1 FROM message WHERE connection_id = $1 ORDER BY message_key FOR UPDATE')
    await run('DELETE FROM unlanded USING message m WHERE m.connection_id = $1 AND m.id = message_id')
    const receipts = await run('DELETE FROM receipt r USING message m WHERE m.connection_id = $1 AND r.message_id = m.id')
    const messages = await run('DELETE FROM message WHERE connection_id = $1')
    await run('DELETE FROM rollup WHERE connection_id = $1')
    await run('DELETE FROM rollup_failure WHERE connection_id = $1')
    await run('DELETE FROM quarantine WHERE connection_id = $1')
    await run('DELETE FROM callback WHERE connection_id = $1')
    await run('DELETE FROM refusal WHERE connection_id = $1')
    return { id: publicId, messages, receipts }
  })
  if (removed) await announceConnections()
  return removed
}
