import { compareReceipts, isFailure, isSuccess } from './compareReceipts'
import type { FailureClass } from './failureClass'
import type { StatusReceipt } from './receipt'
import type { Status } from './status'

/** The truth about a message as far as its receipts tell it. */
export interface JoinedStatus {
  status: Status
  rawStatus: string
  failureClass: FailureClass | null
  errorCode: string | null
  /** When it happened by the provider's clock, ms UTC; null when the deciding receipt has no time. */
  occurredAt: number | null
  /** True when one receipt says that it landed and another that it did not. Both stay on the timeline. */
  contradicted: boolean
}

/**
 * The state of a message: a pure function of the *set* of its receipts.
 * Order, duplicates and batching cannot change it. Null for no receipts.
 *
 * The greatest receipt decides. If it is a failure without a code and another failure did name one, that code and
 * its class are kept: an empty field of one receipt never erases what another said (Twilio repeats `failed` without
 * its ErrorCode).
 */
export function joinReceipts(receipts: readonly StatusReceipt[]): JoinedStatus | null {
  const winner = greatest(receipts)
  if (!winner) return null
  const reason = isFailure(winner.status) && winner.errorCode === null ? greatest(coded(receipts)) : undefined
  return {
    status: winner.status,
    rawStatus: winner.rawStatus,
    failureClass: (reason ?? winner).failureClass,
    errorCode: (reason ?? winner).errorCode,
    occurredAt: winner.occurredAt,
    contradicted:
      receipts.some((receipt) => isFailure(receipt.status)) && receipts.some((receipt) => isSuccess(receipt.status)),
  }
}

function coded(receipts: readonly StatusReceipt[]): StatusReceipt[] {
  return receipts.filter((receipt) => isFailure(receipt.status) && receipt.errorCode !== null)
}

function greatest(receipts: readonly StatusReceipt[]): StatusReceipt | undefined {
  let best: StatusReceipt | undefined
  for (const receipt of receipts) if (!best || compareReceipts(receipt, best) > 0) best = receipt
  return best
}
