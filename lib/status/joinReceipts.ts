import { compareReceipts, isFailure, isSuccess } from './compareReceipts'
import type { FailureClass } from './failureClass'
import { joinParts } from './joinParts'
import { partsOf } from './partsOf'
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
  /** How many parts are reported one by one; null where the receipts speak of the whole text. */
  parts: number | null
}

/**
 * The state of a message: a pure function of the *set* of its receipts.
 * Order, duplicates and batching cannot change it. Null for no receipts.
 *
 * The greatest receipt decides. If it is a failure without a code and another failure did name one, that code and
 * its class are kept: an empty field of one receipt never erases what another said (Twilio repeats `failed` without
 * its ErrorCode). Where parts are reported one by one, each part is joined by itself first: see `joinParts`.
 */
export function joinReceipts(receipts: readonly StatusReceipt[]): JoinedStatus | null {
  const parts = partsOf(receipts)
  return parts === null ? joinWhole(receipts) : joinParted(receipts, parts)
}

/** What is said of the parts becomes one statement beside those about the whole text. */
function joinParted(receipts: readonly StatusReceipt[], parts: number): JoinedStatus | null {
  const ofParts = joinParts(receipts, parts, joinWhole)
  const ofWhole = receipts.filter(({ part }) => part == null)
  const joined = joinWhole(ofParts ? [ofParts, ...ofWhole] : ofWhole)
  return joined && { ...joined, parts, contradicted: joined.contradicted || (ofParts?.contradicted ?? false) }
}

function joinWhole(receipts: readonly StatusReceipt[]): JoinedStatus | null {
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
    parts: null,
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
