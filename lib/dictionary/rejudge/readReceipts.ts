import type { PoolClient } from 'pg'
import { bigintColumn } from '@/lib/db/arrayColumn'
import type { StatusReceipt } from '@/lib/status/receipt'
import type { StoredJudgement } from './Rules'

/** A stored receipt with everything that its judgement and its join need. */
export interface RejudgedReceipt extends StoredJudgement, StatusReceipt {
  messageId: number
  /** 64 bits as 16 hex digits. */
  fingerprint: string
}

const TEXT = `
SELECT r.message_id::float8 AS "messageId", lpad(to_hex(r.fingerprint), 16, '0') AS fingerprint, r.status,
       r.raw_status AS "rawStatus", r.failure_class AS "failureClass", r.error_code AS "errorCode",
       r.adapter_status AS "adapterStatus", r.adapter_class AS "adapterClass", r.part, r.parts,
       round(date_part('epoch', r.occurred_at) * 1000) AS "occurredAt"
  FROM receipt r WHERE r.message_id = ANY ($1::bigint[])`

/** All receipts of the given messages, by message id. */
export async function readReceipts(
  client: PoolClient,
  messageIds: readonly number[],
): Promise<Map<number, RejudgedReceipt[]>> {
  const { rows } = await client.query<RejudgedReceipt>({
    name: 'rejudge-receipts',
    text: TEXT,
    values: [bigintColumn(messageIds, (id) => id)],
  })
  const byMessage = new Map<number, RejudgedReceipt[]>()
  for (const receipt of rows) {
    const known = byMessage.get(receipt.messageId)
    if (known) known.push(receipt)
    else byMessage.set(receipt.messageId, [receipt])
  }
  return byMessage
}
