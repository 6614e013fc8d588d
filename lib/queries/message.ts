import { z } from 'zod'
import type { MessageDetail, Receipt } from '@/lib/contracts/message'
import { sql } from '@/lib/db/sql'
import { explainMessage } from '@/lib/dictionary/explainMessage'
import { explainCode } from '@/lib/connections/explainCode'
import { compareReceipts } from '@/lib/status/compareReceipts'
import { FAILURE_CLASSES, FAILURE_LABELS } from '@/lib/status/failureClass'
import { joinReceipts } from '@/lib/status/joinReceipts'
import { stateOf } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'
import { BIGINT_ID } from './cursor'
import { MESSAGE_COLUMNS, type MessageRow, messageRow, toMessage } from './messageRow'

const receiptRow = z.object({
  fingerprint: z.string(),
  callbackId: z.string(),
  status: z.enum(STATUSES),
  rawStatus: z.string(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  errorCode: z.string().nullable(),
  occurredAt: z.date().nullable(),
  receivedAt: z.date(),
  duplicates: z.number(),
  part: z.number().nullable(),
  parts: z.number().nullable(),
})
type ReceiptRow = z.output<typeof receiptRow>

const RECEIPTS = `
  SELECT fingerprint, callback_id AS "callbackId", status, raw_status AS "rawStatus", failure_class AS "failureClass",
         error_code AS "errorCode", occurred_at AS "occurredAt", received_at AS "receivedAt", duplicates, part, parts
    FROM receipt WHERE message_id = $1
   ORDER BY coalesce(occurred_at, received_at), received_at, fingerprint`

/** One message with its receipts in the order in which they happened; null when there is none of this id. */
export async function message(id: string): Promise<MessageDetail | null> {
  if (!BIGINT_ID.test(id)) return null
  const [row] = await sql(
    messageRow,
    `SELECT ${MESSAGE_COLUMNS} FROM message m JOIN connection c ON c.id = m.connection_id WHERE m.id = $1`,
    [id],
  )
  if (!row) return null
  const receipts = await sql(receiptRow, RECEIPTS, [id])
  const deciding = decidingOf(receipts)
  const shown = toMessage(row)
  return {
    ...shown,
    receipts: receipts.map((each) => toReceipt(each, row, each === deciding)),
    meaning: await explainMessage(shown),
  }
}

/** Where parts are reported one by one, that is the receipt whose word and time the whole message took over. */
function decidingOf(receipts: ReceiptRow[]): ReceiptRow | undefined {
  const joined = joinReceipts(receipts.map(inMs))
  const candidates =
    joined?.parts == null
      ? receipts
      : receipts.filter(
          (row) => row.rawStatus === joined.rawStatus && (row.occurredAt?.getTime() ?? null) === joined.occurredAt,
        )
  return candidates.reduce<ReceiptRow | undefined>(
    (best, row) => (best && compareReceipts(inMs(best), inMs(row)) >= 0 ? best : row),
    undefined,
  )
}

function inMs(row: ReceiptRow) {
  return { ...row, occurredAt: row.occurredAt?.getTime() ?? null }
}

function toReceipt({ parts: _, ...row }: ReceiptRow, message: MessageRow, decides: boolean): Receipt {
  return {
    ...row,
    state: stateOf(row.status),
    failureLabel: row.failureClass === null ? null : FAILURE_LABELS[row.failureClass],
    errorName:
      (row.errorCode === null
        ? undefined
        : explainCode(message.adapter, message.connectionPublicId, row.errorCode)?.name) ?? null,
    occurredAt: row.occurredAt?.toISOString() ?? null,
    receivedAt: row.receivedAt.toISOString(),
    decides,
  }
}
