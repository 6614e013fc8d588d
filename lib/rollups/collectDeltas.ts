import { isFailure } from '@/lib/status/compareReceipts'
import { STATUSES } from '@/lib/status/status'
import { GRAIN_LETTERS, type Buckets, type GrainLetter } from './buckets'
import type { Counted } from './dimensions'

/** One row of the additive upsert into `rollup`; `statuses` follows the order of STATUSES. */
export interface RollupDelta {
  grain: GrainLetter
  bucket: number
  at: Counted
  statuses: number[]
}

export interface FailureDelta {
  grain: GrainLetter
  bucket: number
  at: Counted
  messages: number
}

export interface Deltas {
  rollup: RollupDelta[]
  failures: FailureDelta[]
}

const STATUS_INDEX = Object.fromEntries(STATUSES.map((status, index) => [status, index])) as Record<string, number>

/**
 * What the counters must change by when messages move from `before` (null: new) to `after`. A move between buckets is
 * a −1 and a +1. Rows come in key order, which is the order in which their locks are taken; rows that would change
 * nothing are left out.
 */
export function collectDeltas(
  moves: readonly { before: Counted | null; after: Counted }[],
  bucketsOf: (instant: number) => Buckets,
): Deltas {
  const rollup = new Map<string, RollupDelta>()
  const failures = new Map<string, FailureDelta>()
  const count = (at: Counted, by: 1 | -1) => {
    const buckets = bucketsOf(at.cohortAt)
    for (const grain of GRAIN_LETTERS) {
      const key = keyOf(grain, buckets[grain], at)
      addStatus(rollup, key, grain, buckets[grain], at, by)
      if (isFailure(at.status) && at.failureClass) addFailure(failures, key, grain, buckets[grain], at, by)
    }
  }
  for (const { before, after } of moves) {
    if (before && sameCount(before, after)) continue
    if (before) count(before, -1)
    count(after, 1)
  }
  return {
    rollup: inKeyOrder(rollup).filter((delta) => delta.statuses.some((value) => value !== 0)),
    failures: inKeyOrder(failures).filter((delta) => delta.messages !== 0),
  }
}

function sameCount(a: Counted, b: Counted): boolean {
  return (
    a.status === b.status &&
    a.cohortAt === b.cohortAt &&
    a.failureClass === b.failureClass &&
    a.carrier === b.carrier &&
    a.country === b.country &&
    a.purpose === b.purpose &&
    a.location === b.location
  )
}

/** NUL cannot occur in any part (the adapters see to it), so two different places never share a key. */
function keyOf(grain: GrainLetter, bucket: number, at: Counted): string {
  return `${grain}\0${bucket}\0${at.connectionId}\0${at.country}\0${at.carrier}\0${at.purpose}\0${at.location}`
}

function addStatus(
  into: Map<string, RollupDelta>,
  key: string,
  grain: GrainLetter,
  bucket: number,
  at: Counted,
  by: 1 | -1,
): void {
  let delta = into.get(key)
  if (!delta) into.set(key, (delta = { grain, bucket, at, statuses: STATUSES.map(() => 0) }))
  const index = STATUS_INDEX[at.status] ?? 0
  delta.statuses[index] = (delta.statuses[index] ?? 0) + by
}

function addFailure(
  into: Map<string, FailureDelta>,
  place: string,
  grain: GrainLetter,
  bucket: number,
  at: Counted,
  by: 1 | -1,
): void {
  const key = `${place}\0${at.failureClass}`
  const delta = into.get(key)
  if (delta) delta.messages += by
  else into.set(key, { grain, bucket, at, messages: by })
}

function inKeyOrder<T>(rows: Map<string, T>): T[] {
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
