import type { PoolClient } from 'pg'
import { bigintColumn, hexBigintColumn, wordColumn } from '@/lib/db/arrayColumn'
import type { RejudgedReceipt } from './readReceipts'

const TEXT = `
UPDATE receipt r SET status = u.status, failure_class = u.failure_class, adapter_status = u.adapter_status,
       adapter_class = u.adapter_class
  FROM unnest($1::bigint[], $2::bigint[], $3::message_status[], $4::failure_class[], $5::message_status[],
              $6::failure_class[]) AS u (message_id, fingerprint, status, failure_class, adapter_status, adapter_class)
 WHERE r.message_id = u.message_id AND r.fingerprint = u.fingerprint`

/** Stores new judgements. The messages must be locked. */
export async function writeReceipts(client: PoolClient, receipts: readonly RejudgedReceipt[]): Promise<void> {
  if (receipts.length === 0) return
  await client.query({
    name: 'rejudge-write',
    text: TEXT,
    values: [
      bigintColumn(receipts, (receipt) => receipt.messageId),
      hexBigintColumn(receipts, (receipt) => receipt.fingerprint),
      wordColumn(receipts, (receipt) => receipt.status),
      wordColumn(receipts, (receipt) => receipt.failureClass),
      wordColumn(receipts, (receipt) => receipt.adapterStatus),
      wordColumn(receipts, (receipt) => receipt.adapterClass),
    ],
  })
}
