import type { PoolClient } from 'pg'
import { bigintColumn, intColumn, textColumn } from '@/lib/db/arrayColumn'
import type { MessageState, StoredReceipt } from './messageState'

/** A message that existed before the batch, read after its lock was taken (never before: see docs/decisions.md). */
export interface StoredMessage extends MessageState {
  id: number
  /** Position of its key in the question, from 1. */
  position: number
}

// Instants come as ms since 1970 so that nothing has to parse dates. date_part gives a float: extract's numeric is slow.
const MESSAGES = `
SELECT m.id::float8 AS id, u.position::int, m.connection_id AS "connectionId", m.message_key AS "messageKey",
       m.provider_message_id AS "providerMessageId", m.client_reference AS "clientReference", m.recipient, m.sender,
       m.status, m.raw_status AS "rawStatus", m.failure_class AS "failureClass", m.error_code AS "errorCode",
       round(date_part('epoch', m.occurred_at) * 1000) AS "occurredAt", m.contradicted,
       round(date_part('epoch', m.cohort_at) * 1000) AS "cohortAt",
       round(date_part('epoch', m.first_occurred_at) * 1000) AS "firstOccurredAt",
       round(date_part('epoch', m.first_received_at) * 1000) AS "firstReceivedAt",
       round(date_part('epoch', m.last_received_at) * 1000) AS "lastReceivedAt",
       m.country, m.carrier, m.purpose, m.location, m.campaign, m.segments, m.price::text, m.currency,
       m.parts, m.route
  FROM unnest($1::int[], $2::text[]) WITH ORDINALITY AS u (connection_id, message_key, position)
  JOIN message m ON m.connection_id = u.connection_id AND m.message_key = u.message_key
 WHERE m.xmin <> pg_current_xact_id()::xid`

/**
 * Reads those messages that this transaction did not insert itself (their xmin is another's), by key. Sent right behind
 * the statement that takes the locks, without waiting for it: which messages exist need not be known here for asking.
 */
export async function readLocked(
  client: PoolClient,
  keys: readonly { connectionId: number; messageKey: string }[],
): Promise<StoredMessage[]> {
  if (keys.length === 0) return []
  const values = [intColumn(keys, (key) => key.connectionId), textColumn(keys, (key) => key.messageKey)]
  return (await client.query<StoredMessage>({ name: 'ingest-read', text: MESSAGES, values })).rows
}

const RECEIPTS = `
SELECT r.message_id::float8 AS "messageId", r.status, r.raw_status AS "rawStatus", r.failure_class AS "failureClass",
       r.error_code AS "errorCode", round(date_part('epoch', r.occurred_at) * 1000) AS "occurredAt",
       lpad(to_hex(r.fingerprint), 16, '0') AS fingerprint, r.part, r.parts, r.price::text
  FROM receipt r WHERE r.message_id = ANY ($1::bigint[])`

/** All stored receipts of the given messages, by message id. */
export async function readStoredReceipts(
  client: PoolClient,
  messageIds: readonly number[],
): Promise<Map<number, StoredReceipt[]>> {
  const byMessage = new Map<number, StoredReceipt[]>()
  if (messageIds.length === 0) return byMessage
  type Row = StoredReceipt & { messageId: number }
  const { rows } = await client.query<Row>({
    name: 'ingest-receipts',
    text: RECEIPTS,
    values: [bigintColumn(messageIds, (id) => id)],
  })
  for (const { messageId, ...receipt } of rows) {
    const known = byMessage.get(messageId)
    if (known) known.push(receipt)
    else byMessage.set(messageId, [receipt])
  }
  return byMessage
}
