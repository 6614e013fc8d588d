import type { PoolClient } from 'pg'
import { arrayParameters } from '@/lib/db/arrayParameters'
import {
  bytesColumn,
  instantColumn,
  intColumn,
  jsonColumn,
  textColumn,
  uuidColumn,
  type ArrayColumn,
} from '@/lib/db/arrayColumn'
import type { MessageState } from './messageState'
import {
  hasRare,
  RARE_COLUMNS,
  RARE_TYPES,
  rareColumns,
  STATE_COLUMNS,
  STATE_TYPES,
  stateColumns,
} from './stateColumns'
import type { CallbackRow } from './types'

/*
 * First statement of a commit: the callbacks into the log, and each message inserted or, where it exists, locked.
 * `DO UPDATE … WHERE false` locks the row without writing a new version of it and returns nothing, so what comes back
 * are the messages that are new, in the order of the question. The connection must still exist: see removalLock (as an
 * array, because a join could change the order, which is the order of the locks).
 */
function textWith(columns: readonly string[], types: readonly string[]): string {
  const next = arrayParameters()
  return `
WITH log AS (
  INSERT INTO callback (id, received_at, connection_id, adapter, method, target, headers, body, outcome, receipt_count, body_hash)
  SELECT id, received_at, connection_id, adapter, method, target, headers, body, outcome, receipt_count,
    coalesce(body_hash, sha256(body))
  FROM unnest(${next('uuid', 'timestamptz', 'int', 'text', 'text', 'text', 'json', 'bytea', 'text', 'int', 'bytea')})
    AS u (id, received_at, connection_id, adapter, method, target, headers, body, outcome, receipt_count, body_hash))
INSERT INTO message AS m (connection_id, message_key, ${columns.join(', ')})
SELECT u.* FROM unnest(${next('int', 'text')}, ${next(...types)}) AS u (connection_id)
WHERE u.connection_id = ANY (ARRAY (SELECT id FROM connection))
ON CONFLICT (connection_id, message_key) DO UPDATE SET last_received_at = m.last_received_at WHERE false
RETURNING m.id::float8, m.connection_id, m.message_key`
}

const USUAL = textWith(STATE_COLUMNS, STATE_TYPES)
const WITH_RARE = textWith([...STATE_COLUMNS, ...RARE_COLUMNS], [...STATE_TYPES, ...RARE_TYPES])

export interface InsertedMessage {
  id: number
  connection_id: number
  message_key: string
}

/** Writes the log and takes the locks. Returns the messages that did not exist before; `states` must be in key order. */
export async function lockMessages(
  client: PoolClient,
  callbacks: readonly CallbackRow[],
  states: readonly MessageState[],
): Promise<InsertedMessage[]> {
  const isRare = hasRare(states)
  const result = await client.query<InsertedMessage>({
    name: isRare ? 'ingest-lock-rare' : 'ingest-lock',
    text: isRare ? WITH_RARE : USUAL,
    values: [
      ...callbackColumns(callbacks),
      intColumn(states, (state) => state.connectionId),
      textColumn(states, (state) => state.messageKey),
      ...stateColumns(states),
      ...(isRare ? rareColumns(states) : []),
    ],
  })
  return result.rows
}

function callbackColumns(rows: readonly CallbackRow[]): ArrayColumn[] {
  return [
    uuidColumn(rows, (row) => row.id),
    instantColumn(rows, (row) => row.receivedAt),
    intColumn(rows, (row) => row.connectionId),
    textColumn(rows, (row) => row.adapter),
    textColumn(rows, (row) => row.method),
    textColumn(rows, (row) => row.target),
    jsonColumn(rows, (row) => row.headers),
    bytesColumn(rows, (row) => row.body),
    textColumn(rows, (row) => row.outcome),
    intColumn(rows, (row) => row.receiptCount),
    bytesColumn(rows, (row) => row.bodyHash),
  ]
}
