import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import type { StatusReceipt } from '@/lib/status/receipt'
import { STATUSES } from '@/lib/status/status'
import { STATE_COLUMNS, type State } from './expectedState'
import type { IdRange } from './idRanges'

export interface StoredMessage {
  id: string
  connectionId: number
  messageKey: string
  state: State
}

export interface StoredReceipt extends StatusReceipt {
  messageId: string
  receivedAt: number
}

const messageRow = z.looseObject({ id: z.string(), connectionId: z.number(), messageKey: z.string() })
const state = z.record(z.enum(STATE_COLUMNS), z.union([z.string(), z.number(), z.boolean(), z.date(), z.null()]))
const ms = z.date().transform((at) => at.getTime())
const receiptRow = z.object({
  messageId: z.string(),
  status: z.enum(STATUSES),
  rawStatus: z.string(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  errorCode: z.string().nullable(),
  occurredAt: ms.nullable(),
  receivedAt: ms,
  part: z.number().nullable(),
  parts: z.number().nullable(),
})

/** The messages of a range of ids. */
export async function readMessages(client: PoolClient, range: IdRange): Promise<StoredMessage[]> {
  const rows = await sql(
    messageRow,
    `SELECT id, connection_id AS "connectionId", message_key AS "messageKey", ${STATE_COLUMNS.join(', ')}
       FROM message WHERE id BETWEEN $1 AND $2 ORDER BY id`,
    [range.low, range.high],
    client,
  )
  return rows.map(({ id, connectionId, messageKey, ...rest }) => ({
    id,
    connectionId,
    messageKey,
    state: state.parse(rest),
  }))
}

/** The receipts of the messages of a range of ids, in no order. */
export function readReceipts(client: PoolClient, range: IdRange): Promise<StoredReceipt[]> {
  return sql(
    receiptRow,
    `SELECT message_id AS "messageId", status, raw_status AS "rawStatus", failure_class AS "failureClass",
            error_code AS "errorCode", occurred_at AS "occurredAt", received_at AS "receivedAt", part, parts
       FROM receipt WHERE message_id BETWEEN $1 AND $2`,
    [range.low, range.high],
    client,
  )
}
