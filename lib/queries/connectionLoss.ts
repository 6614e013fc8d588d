import { z } from 'zod'
import type { ConnectionLoss } from '@/lib/contracts/changeConnection'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'

const row = z.object({
  name: z.string(),
  messages: z.coerce.number(),
  receipts: z.coerce.number(),
  callbacks: z.coerce.number(),
  rules: z.coerce.number(),
})

/** How much came through a connection, counted row by row; null when there is no such connection. */
export async function connectionLoss(publicId: string): Promise<ConnectionLoss | null> {
  const [counts] = await sql(
    row,
    `SELECT c.name,
            (SELECT count(*) FROM message WHERE connection_id = c.id) AS messages,
            (SELECT count(*) FROM receipt r JOIN message m ON m.id = r.message_id WHERE m.connection_id = c.id) AS receipts,
            (SELECT count(*) FROM callback WHERE connection_id = c.id) AS callbacks,
            (SELECT count(*) FROM code_override WHERE connection_id = c.id AND ended_at IS NULL) AS rules
       FROM connection c WHERE c.public_id = $1`,
    [publicId],
  )
  return counts ? { ...counts, retentionDays: readEnv().rawRetentionDays } : null
}
