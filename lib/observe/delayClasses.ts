/*
 * Times from event to arrival, counted in classes that grow by a fifth: a value read from them is off by a tenth at
 * most. Class 0 holds what the provider dates later than it arrived here, beyond what rounding explains: its clock is
 * ahead of ours, and nobody knows how long such a receipt really took.
 */

/** Providers that give whole seconds may round up; so much into the future is not a wrong clock, ms. */
const ROUNDING_MS = 2_000
const FIRST_MS = 100
const GROWTH = 1.2
const LONGEST_MS = 7 * 24 * 3_600_000
const LOG_GROWTH = Math.log(GROWTH)
/** Class 1 holds everything up to FIRST_MS, the last one everything over LONGEST_MS. */
const LAST = 2 + Math.ceil(Math.log(LONGEST_MS / FIRST_MS) / LOG_GROWTH)

export const DELAY_CLASSES = LAST + 1

export interface DelayReading {
  /** Receipts whose time is known and not ahead of our clock: what the quantiles are of. */
  known: number
  clockAhead: number
  /** ms; null without any receipt. */
  p50: number | null
  p95: number | null
}

/** The class of a time from event to arrival, ms. */
export function delayClass(ms: number): number {
  if (ms < -ROUNDING_MS) return 0
  if (ms <= FIRST_MS) return 1
  return Math.min(LAST, 2 + Math.floor(Math.log(ms / FIRST_MS) / LOG_GROWTH))
}

/** What counted classes tell; what is missing at their end counts as none. */
export function readDelays(classes: readonly number[]): DelayReading {
  const known = classes.slice(1).reduce((sum, count) => sum + count, 0)
  return {
    known,
    clockAhead: classes[0] ?? 0,
    p50: quantile(classes, known, 0.5),
    p95: quantile(classes, known, 0.95),
  }
}

/** The smallest value that at least the given part of all does not exceed, placed within its class by rank. */
function quantile(classes: readonly number[], known: number, part: number): number | null {
  if (known === 0) return null
  const rank = Math.max(1, Math.ceil(known * part))
  let below = 0
  for (let index = 1; index < classes.length; index++) {
    const count = classes[index] ?? 0
    if (below + count >= rank) return within(index, (rank - below) / count)
    below += count
  }
  return null
}

function within(index: number, part: number): number {
  if (index === 1) return Math.round(FIRST_MS * part)
  if (index >= LAST) return LONGEST_MS
  return Math.round(FIRST_MS * GROWTH ** (index - 2 + part))
}
