import { z } from 'zod'
import { sql } from '@/lib/db/sql'

const row = z.object({
  name: z.string(),
  messages: z.coerce.number(),
  receipts: z.coerce.number(),
  callbacks: z.coerce.number(),
})

/** How much came through a connection, counted row by row; undefined when there is no such connection. */
export async function countOfConnection(publicId: string): Promise<z.output<typeof row> | undefined> {
  const [counts] = await sql(
    row,
    `SELECT c.name,
            (SELECT count(*) FROM message WHERE connection_id = c.id) AS messages,
            (SELECT count(*) FROM receipt r JOIN message m ON m.id = r.message_id WHERE m.connection_id = c.id) AS receipts,
            (SELECT count(*) FROM callback WHERE connection_id = c.id) AS callbacks
       FROM connection c WHERE c.public_id = $1`,
    [publicId],
  )
  return counts
}
