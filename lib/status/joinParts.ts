import { compareReceipts, isFailure, isSuccess, level } from './compareReceipts'
import type { JoinedStatus } from './joinReceipts'
import type { StatusReceipt } from './receipt'

/** A part that landed, or of which nobody will learn more, has at least been sent. */
const SENT = 'sent'

/**
 * What the receipts about single parts say of the whole text. Null when none speaks of a part.
 * One failed part makes the message that failure: the person cannot read it. Delivered only when every part is, at the
 * moment of the last one. Until then it is pending, and `sent` as soon as one part has got further than that.
 */
export function joinParts(
  receipts: readonly StatusReceipt[],
  parts: number,
  joinOne: (receipts: readonly StatusReceipt[]) => JoinedStatus | null,
): JoinedStatus | null {
  const joined = [...groupByPart(receipts).values()].flatMap((own) => joinOne(own) ?? [])
  const decided = decide(joined, parts)
  return decided ? { ...decided, contradicted: joined.some(({ contradicted }) => contradicted), parts } : null
}

function decide(joined: readonly JoinedStatus[], parts: number): JoinedStatus | undefined {
  const failed = joined.filter(({ status }) => isFailure(status))
  if (failed.length > 0) return withReason(failed)
  const landed = joined.filter(({ status }) => isSuccess(status))
  if (landed.length === parts) return lastToLand(landed)
  const open = joined.filter(({ status }) => level(status) < level('unknown'))
  const unknown = joined.filter(({ status }) => status === 'unknown')
  if (open.length === 0 && unknown.length > 0 && joined.length === parts) return greatest(unknown)
  const furthest = greatest(open.length > 0 ? open : [...landed, ...unknown])
  if (!furthest || joined.length === open.length) return furthest
  return { ...furthest, status: SENT, failureClass: null, errorCode: null }
}

/** Between several failed parts the greatest stands; a code that only another names is not lost. */
function withReason(failed: readonly JoinedStatus[]): JoinedStatus | undefined {
  const worst = greatest(failed)
  if (!worst || worst.errorCode !== null) return worst
  const named = greatest(failed.filter(({ errorCode }) => errorCode !== null))
  return named ? { ...worst, errorCode: named.errorCode, failureClass: named.failureClass } : worst
}

/** The text is there when its last part is; read when every part is. */
function lastToLand(landed: readonly JoinedStatus[]): JoinedStatus | undefined {
  const delivered = landed.filter(({ status }) => status === 'delivered')
  const deciding = delivered.length > 0 ? delivered : landed
  return deciding.reduce<JoinedStatus | undefined>(
    (last, each) => (last && isLater(last, each) ? last : each),
    undefined,
  )
}

function isLater(a: JoinedStatus, b: JoinedStatus): boolean {
  const byTime = (a.occurredAt ?? -Infinity) - (b.occurredAt ?? -Infinity)
  // Equal times, or none: by content, so that the order of arrival does not matter.
  return byTime === 0 || Number.isNaN(byTime) ? compareReceipts(a, b) >= 0 : byTime > 0
}

function greatest(all: readonly JoinedStatus[]): JoinedStatus | undefined {
  return all.reduce<JoinedStatus | undefined>(
    (best, each) => (best && compareReceipts(best, each) >= 0 ? best : each),
    undefined,
  )
}

function groupByPart(receipts: readonly StatusReceipt[]): Map<number, StatusReceipt[]> {
  const groups = new Map<number, StatusReceipt[]>()
  for (const receipt of receipts) {
    if (receipt.part == null) continue
    const group = groups.get(receipt.part)
    if (group) group.push(receipt)
    else groups.set(receipt.part, [receipt])
  }
  return groups
}
