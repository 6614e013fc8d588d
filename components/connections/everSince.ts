import { endOfQuarter, type TimeRange } from '@/lib/metrics/timeRange'

/** Long before the first text that any provider can report about. */
const BEGINNING = new Date('2000-01-01T00:00:00Z')
const DAY_MS = 24 * 3_600_000

/** The range of everything. A provider's clock may be ahead, so it ends a day after now. */
export function everSince(now: Date): TimeRange {
  return { from: BEGINNING, to: new Date(endOfQuarter(now) + DAY_MS) }
}
