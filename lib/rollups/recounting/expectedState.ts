import { joinReceipts } from '@/lib/status/joinReceipts'
import type { StoredReceipt } from './readMessages'

/** The columns of `message` that its receipts alone decide. */
export const STATE_COLUMNS = [
  'status',
  'raw_status',
  'failure_class',
  'error_code',
  'occurred_at',
  'contradicted',
  'parts',
  'first_occurred_at',
  'first_received_at',
  'cohort_at',
] as const

export type State = Record<(typeof STATE_COLUMNS)[number], string | number | boolean | Date | null>

/** What a message must say, given all of its receipts. Null without receipts. */
export function expectedState(receipts: readonly StoredReceipt[]): State | null {
  const joined = joinReceipts(receipts)
  if (!joined) return null
  const firstOccurredAt = earliest(receipts.map((receipt) => receipt.occurredAt))
  const firstReceivedAt = earliest(receipts.map((receipt) => receipt.receivedAt))
  return {
    status: joined.status,
    raw_status: joined.rawStatus,
    failure_class: joined.failureClass,
    error_code: joined.errorCode,
    occurred_at: asDate(joined.occurredAt),
    contradicted: joined.contradicted,
    parts: joined.parts,
    first_occurred_at: asDate(firstOccurredAt),
    first_received_at: asDate(firstReceivedAt),
    cohort_at: asDate(firstOccurredAt ?? firstReceivedAt),
  }
}

function earliest(times: readonly (number | null)[]): number | null {
  return times.reduce((least, time) => (least === null || (time !== null && time < least) ? time : least), null)
}

function asDate(time: number | null): Date | null {
  return time === null ? null : new Date(time)
}
