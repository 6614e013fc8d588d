import type { PoolClient } from 'pg'
import { arrayParameters } from '@/lib/db/arrayParameters'
import { bytesArray, instantArray, plainArray, textArray } from '@/lib/db/arrayLiteral'
import type { MessageState } from './messageState'
import { STATE_COLUMNS, STATE_TYPES, stateColumns } from './stateColumns'
import type { CallbackRow } from './types'

/*
 * First statement of a commit: the callbacks into the log, and each message inserted or, where it exists, locked.
 * `DO UPDATE … WHERE false` locks the row without writing a new version of it and returns nothing, so what comes back
 * are the messages that are new. The connection must still exist: see removalLock.
 */
const next = arrayParameters()
const TEXT = `
WITH log AS (
  INSERT INTO callback (id, received_at, connection_id, adapter, method, target, headers, body, outcome, receipt_count, body_hash)
  SELECT id, received_at, connection_id, adapter, method, target, headers, body, outcome, receipt_count,
    coalesce(body_hash, sha256(body))
  FROM unnest(${next('uuid', 'timestamptz', 'int', 'text', 'text', 'text', 'jsonb', 'bytea', 'text', 'int', 'bytea')})
    AS u (id, received_at, connection_id, adapter, method, target, headers, body, outcome, receipt_count, body_hash)
  ON CONFLICT DO NOTHING)
INSERT INTO message AS m (connection_id, message_key, ${STATE_COLUMNS.join(', ')})
SELECT u.* FROM unnest(${next('int', 'text')}, ${next(...STATE_TYPES)}) AS u (connection_id)
WHERE u.connection_id IN (SELECT id FROM connection)
ON CONFLICT (connection_id, message_key) DO UPDATE SET last_received_at = m.last_received_at WHERE false
RETURNING m.id::text, m.connection_id, m.message_key`

export interface InsertedMessage {
  id: string
  connection_id: number
  message_key: string
}

/** Writes the log and takes the locks. Returns the messages that did not exist before; `states` must be in key order. */
export async function lockMessages(
  client: PoolClient,
  callbacks: readonly CallbackRow[],
  states: readonly MessageState[],
): Promise<InsertedMessage[]> {
  const result = await client.query<InsertedMessage>({
    name: 'ingest-lock',
    text: TEXT,
    values: [
      ...callbackColumns(callbacks),
      plainArray(states.map((state) => state.connectionId)),
      textArray(states.map((state) => state.messageKey)),
      ...stateColumns(states),
    ],
  })
  return result.rows
}

function callbackColumns(rows: readonly CallbackRow[]): string[] {
  return [
    plainArray(rows.map((row) => row.id)),
    instantArray(rows.map((row) => row.receivedAt)),
    plainArray(rows.map((row) => row.connectionId)),
    textArray(rows.map((row) => row.adapter)),
    textArray(rows.map((row) => row.method)),
    textArray(rows.map((row) => row.target)),
    textArray(rows.map((row) => JSON.stringify(row.headers))),
    bytesArray(rows.map((row) => row.body)),
    plainArray(rows.map((row) => row.outcome)),
    plainArray(rows.map((row) => row.receiptCount)),
    bytesArray(rows.map((row) => row.bodyHash)),
  ]
}
