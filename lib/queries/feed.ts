import { z } from 'zod'
import { carrierLabel } from '@/lib/carriers/carrierLabel'
import type { Feed } from '@/lib/contracts/message'
import { sql } from '@/lib/db/sql'
import { maskNumber } from '@/lib/numbers/maskNumber'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'

const row = z.object({
  messageId: z.string(),
  connection: z.string(),
  recipient: z.string().nullable(),
  status: z.enum(STATUSES),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  carrier: z.string(),
  receivedAt: z.date(),
})

const NEWEST = `
  SELECT r.message_id AS "messageId", c.name AS connection, m.recipient, r.status, r.failure_class AS "failureClass",
         m.carrier, r.received_at AS "receivedAt"
    FROM (SELECT * FROM receipt ORDER BY received_at DESC LIMIT $1) r
    JOIN message m ON m.id = r.message_id
    JOIN connection c ON c.id = m.connection_id
   ORDER BY r.received_at DESC, r.message_id DESC, r.fingerprint DESC`

/** The newest receipts, newest first, with masked recipients. */
export async function feed(limit: number): Promise<Feed> {
  const asOf = new Date()
  const rows = await sql(row, NEWEST, [limit])
  const items = rows.map((each) => ({
    ...each,
    recipient: maskNumber(each.recipient),
    carrier: each.carrier === '' ? null : carrierLabel(each.carrier),
    receivedAt: each.receivedAt.toISOString(),
  }))
  return { asOf: asOf.toISOString(), items }
}
