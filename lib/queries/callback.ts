import { z } from 'zod'
import type { CallbackDetail } from '@/lib/contracts/callback'
import { sql } from '@/lib/db/sql'
import { findConnectionById } from '@/lib/connections/directory'
import { readAgain } from '@/lib/ingest/readAgain'
import { timeOfUuidV7 } from '@/lib/ingest/uuidV7'
import { CALLBACK_COLUMNS, callbackRow, toCallback } from './callbackRow'
import { UUID_ID } from './cursor'
import { redactHeaders } from './redactHeaders'

const detailRow = callbackRow.extend({
  connectionId: z.number().nullable(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Buffer),
  bodyHash: z.instanceof(Buffer),
})
type DetailRow = z.output<typeof detailRow>

const messageRow = z.object({ id: z.string(), providerMessageId: z.string().nullable() })

/** The time inside the id is the time of arrival, which finds the partition. */
const DETAIL = `
  SELECT ${CALLBACK_COLUMNS}, b.connection_id AS "connectionId", b.headers, b.body, b.body_hash AS "bodyHash"
    FROM callback b LEFT JOIN connection c ON c.id = b.connection_id
   WHERE b.received_at = $1 AND b.id = $2`

/** One callback as it arrived, secrets hidden, with the messages it speaks of; null when there is none of this id. */
export async function callback(id: string): Promise<CallbackDetail | null> {
  if (!UUID_ID.test(id)) return null
  const [row] = await sql(detailRow, DETAIL, [new Date(timeOfUuidV7(id)), id])
  if (!row) return null
  const { connectionId: _, headers, body, bodyHash, ...rest } = row
  return {
    ...toCallback(rest),
    headers: redactHeaders(headers),
    body: body.toString('utf8'),
    bodyHash: bodyHash.toString('hex'),
    messages: await messagesOf(row),
  }
}

/** Receipts have no index by callback; reading the callback again tells the keys of its messages. */
async function messagesOf(row: DetailRow): Promise<CallbackDetail['messages']> {
  // What nobody has proved authentic speaks of no message of ours, whatever ids it names.
  const isProved = row.outcome !== 'refused' || row.quarantine?.every(({ resolution }) => resolution === 'replayed')
  if (row.connectionId === null || !isProved) return []
  const connection = await findConnectionById(row.connectionId)
  if (!connection) return []
  const receipts = readAgain(connection, row, row.receivedAt.getTime())
  const keys = [...new Set(receipts.map(({ messageKey }) => messageKey))]
  return sql(
    messageRow,
    `SELECT id, coalesce(provider_message_id, CASE WHEN message_key NOT LIKE 'ref:%' THEN message_key END)
              AS "providerMessageId"
       FROM message WHERE connection_id = $1 AND message_key = ANY($2) ORDER BY id`,
    [row.connectionId, keys],
  )
}
