import { z } from 'zod'
import { carrierLabel } from '@/lib/carriers/carrierLabel'
import { connectionById, reload } from '@/lib/connections/directory'
import type { Feed, FeedItem } from '@/lib/contracts/message'
import { sql } from '@/lib/db/sql'
import { readAgain } from '@/lib/ingest/readAgain'
import type { IngestReceipt } from '@/lib/ingest/types'
import { maskNumber } from '@/lib/numbers/maskNumber'

const row = z.object({
  connectionId: z.number(),
  connection: z.string(),
  method: z.string(),
  target: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Buffer),
  receivedAt: z.date(),
})
type Row = z.output<typeof row>

const NEWEST = `
  SELECT b.connection_id AS "connectionId", c.name AS connection, b.method, b.target, b.headers, b.body,
         b.received_at AS "receivedAt"
    FROM callback b JOIN connection c ON c.id = b.connection_id
   WHERE b.receipt_count > 0
   ORDER BY b.received_at DESC, b.id DESC LIMIT $1`

const IDS = `
  SELECT m.id, m.connection_id AS "connectionId", m.message_key AS "messageKey"
    FROM unnest($1::int[], $2::text[]) u (connection_id, message_key)
    JOIN message m ON m.connection_id = u.connection_id AND m.message_key = u.message_key`
const idRow = z.object({ id: z.string(), connectionId: z.number(), messageKey: z.string() })

interface Arrived {
  row: Row
  receipt: IngestReceipt
}

/**
 * The newest receipts, newest first, with masked recipients. They are read out of the newest callbacks again: an index
 * of all receipts by arrival would be written ten thousand times a second for a dozen rows on one screen.
 */
export async function feed(limit: number): Promise<Feed> {
  const asOf = new Date()
  const rows = await sql(row, NEWEST, [limit])
  // A process that has taken no callback yet has not read its connections.
  if (rows.some(({ connectionId }) => !connectionById(connectionId))) await reload()
  const arrived = rows.flatMap(receiptsOf).slice(0, limit)
  const ids = await messageIds(arrived)
  const items = arrived.flatMap((each) => {
    const messageId = ids.get(keyOf(each.row.connectionId, each.receipt.messageKey))
    return messageId === undefined ? [] : [toItem(each, messageId)]
  })
  return { asOf: asOf.toISOString(), items }
}

function receiptsOf(callback: Row): Arrived[] {
  const connection = connectionById(callback.connectionId)
  if (!connection) return []
  return readAgain(connection, callback, callback.receivedAt.getTime()).map((receipt) => ({ row: callback, receipt }))
}

async function messageIds(arrived: readonly Arrived[]): Promise<Map<string, string>> {
  const found = await sql(idRow, IDS, [
    arrived.map((each) => each.row.connectionId),
    arrived.map((each) => each.receipt.messageKey),
  ])
  return new Map(found.map(({ id, connectionId, messageKey }) => [keyOf(connectionId, messageKey), id]))
}

function keyOf(connectionId: number, messageKey: string): string {
  return `${connectionId} ${messageKey}`
}

function toItem({ row: { connection, receivedAt }, receipt }: Arrived, messageId: string): FeedItem {
  const { carrier } = receipt
  return {
    messageId,
    connection,
    recipient: maskNumber(receipt.recipient),
    status: receipt.status,
    failureClass: receipt.failureClass,
    carrier: carrier ? carrierLabel(carrier) : null,
    receivedAt: receivedAt.toISOString(),
  }
}
