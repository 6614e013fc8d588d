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

/** The rows, one per grain, that a message at one place and quarter hour is counted in. */
interface Place {
  rollup: RollupDelta[]
  failures: Map<string, FailureDelta[]>
}

/**
 * What the counters must change by when messages move from `before` (null: new) to `after`. A move between buckets is
 * a −1 and a +1. Rows come in key order, which is the order in which their locks are taken; rows that would change
 * nothing are left out.
 */
export function collectDeltas(
  moves: readonly { before: Counted | null; after: Counted }[],
  bucketsOf: (instant: number) => Buckets,
): Deltas {
  const rows = new Rows(bucketsOf)
  for (const { before, after } of moves) {
    if (before && sameCount(before, after)) continue
    if (before) rows.count(before, -1)
    rows.count(after, 1)
  }
  return rows.deltas()
}

class Rows {
  private readonly rollup = new Map<string, RollupDelta>()
  private readonly failures = new Map<string, FailureDelta>()
  /** By quarter and place, so that a message costs one key and not one per grain. */
  private readonly places = new Map<string, Place>()

  constructor(private readonly bucketsOf: (instant: number) => Buckets) {}

  count(at: Counted, by: 1 | -1): void {
    const place = this.placeOf(at)
    const index = STATUS_INDEX[at.status] ?? 0
    for (const { statuses } of place.rollup) statuses[index] = (statuses[index] ?? 0) + by
    if (!isFailure(at.status) || !at.failureClass) return
    for (const delta of this.failuresOf(place, at, at.failureClass)) delta.messages += by
  }

  deltas(): Deltas {
    return {
      rollup: inKeyOrder(this.rollup).filter((delta) => delta.statuses.some((value) => value !== 0)),
      failures: inKeyOrder(this.failures).filter((delta) => delta.messages !== 0),
    }
  }

  private placeOf(at: Counted): Place {
    const buckets = this.bucketsOf(at.cohortAt)
    const key = keyOf('q', buckets.q, at)
    let place = this.places.get(key)
    if (!place) this.places.set(key, (place = { rollup: this.rollupRows(at, buckets), failures: new Map() }))
    return place
  }

  private rollupRows(at: Counted, buckets: Buckets): RollupDelta[] {
    return GRAIN_LETTERS.map((grain) =>
      found(this.rollup, keyOf(grain, buckets[grain], at), () => ({
        grain,
        bucket: buckets[grain],
        at,
        statuses: STATUSES.map(() => 0),
      })),
    )
  }

  private failuresOf(place: Place, at: Counted, failureClass: string): FailureDelta[] {
    return found(place.failures, failureClass, () =>
      place.rollup.map(({ grain, bucket }) =>
        found(this.failures, `${keyOf(grain, bucket, at)}\0${failureClass}`, () => ({
          grain,
          bucket,
          at,
          messages: 0,
        })),
      ),
    )
  }
}

function found<V>(rows: Map<string, V>, key: string, create: () => V): V {
  let row = rows.get(key)
  if (row === undefined) rows.set(key, (row = create()))
  return row
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

function inKeyOrder<T>(rows: Map<string, T>): T[] {
  return [...rows.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row)
}
