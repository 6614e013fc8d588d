import { QUARTER_MS } from '@/lib/contracts/filter'
import type { TimeRange } from '@/lib/metrics/timeRange'
import { startOfDay } from '@/lib/metrics/zonedTime'

const HOUR_MS = 4 * QUARTER_MS

/** A run of counters of one grain: buckets with `from` ≤ bucket < `to`. */
export interface CoverPart {
  grain: 'q' | 'h' | 'd'
  from: Date
  to: Date
  /** Read this part only if the rest of the last day holds no message (`empty`), or only if it holds one. */
  rest?: { from: Date; to: Date; empty: boolean }
}

/**
 * The fewest counters that add up to exactly this range: whole days of the business time zone from the day counters,
 * what sticks out from the hours, and the ragged edges from the quarter hours. In order, without gap or overlap, at
 * most seven parts (five where the offset is whole hours). The range must lie on quarter hours.
 *
 * Most ranges end now, and today's hours and quarters are most of what would have to be read. So the last, incomplete
 * day comes twice: as a day, for when nothing was sent after the range, and in small parts, for when something was.
 */
export function coverRange(range: TimeRange, timeZone: string): CoverPart[] {
  const from = range.from.getTime()
  const to = range.to.getTime()
  const firstDay = startsDay(from, timeZone) ? from : startOfDay(from, timeZone, 1)
  const lastDay = startOfDay(to, timeZone)
  if (firstDay > lastDay) return coverHours(from, to)
  const days = firstDay < lastDay ? [part('d', firstDay, lastDay)] : []
  return [...coverHours(from, firstDay), ...days, ...coverLastDay(lastDay, to, timeZone)]
}

function coverLastDay(lastDay: number, to: number, timeZone: string): CoverPart[] {
  if (to - lastDay <= HOUR_MS) return coverHours(lastDay, to)
  const dayEnd = startOfDay(to, timeZone, 1)
  const rest = { from: new Date(to), to: new Date(dayEnd) }
  return [
    { ...part('d', lastDay, dayEnd), rest: { ...rest, empty: true } },
    ...coverHours(lastDay, to).map((each) => ({ ...each, rest: { ...rest, empty: false } })),
  ]
}

/** Whole UTC hours and the quarters around them. */
function coverHours(from: number, to: number): CoverPart[] {
  const firstHour = Math.ceil(from / HOUR_MS) * HOUR_MS
  const lastHour = Math.floor(to / HOUR_MS) * HOUR_MS
  const parts =
    firstHour < lastHour
      ? [part('q', from, firstHour), part('h', firstHour, lastHour), part('q', lastHour, to)]
      : [part('q', from, to)]
  return parts.filter((each) => each.from < each.to)
}

function startsDay(at: number, timeZone: string): boolean {
  return startOfDay(at, timeZone) === at
}

function part(grain: CoverPart['grain'], from: number, to: number): CoverPart {
  return { grain, from: new Date(from), to: new Date(to) }
}
