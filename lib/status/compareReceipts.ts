import type { StatusReceipt } from './receipt'
import type { Status } from './status'

const LEVEL: Record<Status, number> = {
  queued: 0,
  sending: 1,
  sent: 2,
  unknown: 3,
  expired: 4,
  rejected: 4,
  failed: 4,
  undelivered: 4,
  delivered: 5,
  read: 6,
}
const FAILURE_LEVEL = 4
const FAILURE_RANK: Partial<Record<Status, number>> = { expired: 0, rejected: 1, failed: 2, undelivered: 3 }

/** How far a status is on the way; the four failures share one level. Arrival never counts. */
export function level(status: Status): number {
  return LEVEL[status]
}

/** True for the four statuses that say "this text did not land". */
export function isFailure(status: Status): boolean {
  return LEVEL[status] === FAILURE_LEVEL
}

/** True when the handset has the text. */
export function isSuccess(status: Status): boolean {
  return LEVEL[status] > FAILURE_LEVEL
}

/**
 * The one total order over receipts; the greatest receipt of a message is its state.
 * Positive when `a` is greater. Zero only for receipts that say the same in every compared field.
 *
 * Level first. Between failures: one with a provider time beats one without, then the later time, then
 * expired < rejected < failed < undelivered, then content. Between equal statuses below or above the failures the
 * *earlier* time is greater: the first moment at which the handset had the text is the moment of delivery.
 */
export function compareReceipts(a: StatusReceipt, b: StatusReceipt): number {
  const byLevel = LEVEL[a.status] - LEVEL[b.status]
  if (byLevel !== 0) return byLevel
  return LEVEL[a.status] === FAILURE_LEVEL ? compareFailures(a, b) : compareRepeats(a, b)
}

function compareFailures(a: StatusReceipt, b: StatusReceipt): number {
  return (
    hasTime(a) - hasTime(b) ||
    (a.occurredAt ?? 0) - (b.occurredAt ?? 0) ||
    (FAILURE_RANK[a.status] ?? 0) - (FAILURE_RANK[b.status] ?? 0) ||
    compareContent(a, b)
  )
}

function compareRepeats(a: StatusReceipt, b: StatusReceipt): number {
  return hasTime(a) - hasTime(b) || (b.occurredAt ?? 0) - (a.occurredAt ?? 0) || compareContent(a, b)
}

function compareContent(a: StatusReceipt, b: StatusReceipt): number {
  return (
    compareText(a.errorCode ?? '', b.errorCode ?? '') ||
    compareText(a.rawStatus, b.rawStatus) ||
    compareText(a.failureClass ?? '', b.failureClass ?? '')
  )
}

function hasTime(receipt: StatusReceipt): number {
  return receipt.occurredAt === null ? 0 : 1
}

/** By code unit, so that the order is the same on every machine whatever its locale. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
