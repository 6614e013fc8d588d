import { QUARTER_MS } from '@/lib/contracts/filter'
import type { Grain } from './chooseGrain'
import type { TimeRange } from './timeRange'
import { nextHour, startOfDay } from './zonedTime'

/** One bar of a chart: `at` inclusive, `until` exclusive. */
export interface TimeBucket {
  at: Date
  until: Date
}

/**
 * The buckets of a range, in order, without gap or overlap, empty ones included. Hours and days are those of the
 * business time zone, so a day may have 23 or 25 hours; the first and last bucket are cut to the range, so that the
 * sum of the bars is the range and a bar leads to exactly its own rows. Throws RangeError above 10,000 buckets.
 */
export function timeBuckets({ from, to }: TimeRange, grain: Grain, timeZone: string): TimeBucket[] {
  const buckets: TimeBucket[] = []
  const end = to.getTime()
  for (let at = from.getTime(); at < end;) {
    const until = Math.min(nextBorder(at, grain, timeZone), end)
    buckets.push({ at: new Date(at), until: new Date(until) })
    if (buckets.length > 10_000) throw new RangeError('a chart of more than 10,000 points')
    at = until
  }
  return buckets
}

function nextBorder(at: number, grain: Grain, timeZone: string): number {
  if (grain === 'quarter') return Math.floor(at / QUARTER_MS) * QUARTER_MS + QUARTER_MS
  return grain === 'hour' ? nextHour(at, timeZone) : startOfDay(at, timeZone, 1)
}
