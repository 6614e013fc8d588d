import { applyOverrides } from '../applyOverrides'
import type { Judgement, Rules, StoredJudgement } from './Rules'

/**
 * A stored receipt judged by today's rules. What the adapter made of it stays beside it, so that ending an override
 * brings the old judgement back exactly. Pure.
 */
export function judgeAgain(stored: StoredJudgement, rules: Rules): StoredJudgement {
  const base = baseOf(stored, rules)
  const { rawStatus, errorCode } = stored
  const judged = applyOverrides({ rawStatus, errorCode, ...base }, rules.overrides)
  const isOverridden = judged.status !== base.status || judged.failureClass !== base.failureClass
  return {
    rawStatus,
    errorCode,
    ...judged,
    adapterStatus: isOverridden ? base.status : null,
    adapterClass: isOverridden ? base.failureClass : null,
  }
}

/** True when the two are not stored alike. */
export function isJudgedAnew(before: StoredJudgement, after: StoredJudgement): boolean {
  return (
    isDecidedAnew(before, after) ||
    before.adapterStatus !== after.adapterStatus ||
    before.adapterClass !== after.adapterClass
  )
}

/** True when the two say something else of the message. */
export function isDecidedAnew(before: Judgement, after: Judgement): boolean {
  return before.status !== after.status || before.failureClass !== after.failureClass
}

function baseOf(stored: StoredJudgement, { mapping }: Rules): Judgement {
  const mapped = mapping?.(stored.rawStatus, stored.errorCode)
  if (mapped) return mapped
  if (stored.adapterStatus === null) return { status: stored.status, failureClass: stored.failureClass }
  return { status: stored.adapterStatus, failureClass: stored.adapterClass }
}
