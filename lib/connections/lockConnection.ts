import type { PoolClient } from 'pg'
import { z } from 'zod'
import { connectionSettings } from '@/lib/contracts/connectionSettings'
import { sql } from '@/lib/db/sql'
import { notFound } from '@/lib/http/notFound'

const row = z.object({
  id: z.number(),
  adapter: z.string(),
  secrets: z.instanceof(Buffer),
  settings: connectionSettings,
})

/** A connection, locked until the end of the transaction. Throws HttpProblem 404. */
export async function lockConnection(client: PoolClient, publicId: string): Promise<z.output<typeof row>> {
  const [found] = await sql(
    row,
    'SELECT id, adapter, secrets, settings FROM connection WHERE public_id = $1 FOR UPDATE',
    [publicId],
    client,
  )
  if (!found) throw notFound('connection', publicId)
  return found
}
