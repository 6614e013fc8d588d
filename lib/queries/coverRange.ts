import { QUARTER_MS } from '@/lib/contracts/filter'
import type { TimeRange } from '@/lib/metrics/timeRange'
import { startOfDay } from '@/lib/metrics/zonedTime'

const HOUR_MS = 4 * QUARTER_MS

/** A run of counters of one grain: buckets with `from` ≤ bucket < `to`, to be added or (-1) taken away. */
export interface CoverPart {
  grain: 'q' | 'h' | 'd'
  from: Date
  to: Date
  sign: 1 | -1
}

/**
 * The fewest counters that add up to exactly this range: whole days of the business time zone from the day counters,
 * the incomplete days at its ends from hours and quarter hours, or as a whole day less the rest of it where that rest
 * is shorter. After `now` there is next to nothing to read, so today costs one day counter. The range must lie on
 * quarter hours.
 */
export function coverRange(range: TimeRange, timeZone: string, now = Date.now()): CoverPart[] {
  const from = range.from.getTime()
  const to = range.to.getTime()
  const firstDay = startsDay(from, timeZone) ? from : startOfDay(from, timeZone, 1)
  const lastDay = startOfDay(to, timeZone)
  if (firstDay > lastDay) return coverHours(from, to)
  const days = firstDay < lastDay ? [part('d', firstDay, lastDay)] : []
  return [...coverFirstDay(from, firstDay, timeZone), ...days, ...coverLastDay(lastDay, to, timeZone, now)]
}

/** From the middle of a day to its end. */
function coverFirstDay(from: number, dayEnd: number, timeZone: string): CoverPart[] {
  const dayStart = startOfDay(from, timeZone)
  if (dayEnd - from <= from - dayStart || from === dayEnd) return coverHours(from, dayEnd)
  return [part('d', dayStart, dayEnd), ...less(coverHours(dayStart, from))]
}

/** From the start of a day to its middle. */
function coverLastDay(dayStart: number, to: number, timeZone: string, now: number): CoverPart[] {
  const dayEnd = startOfDay(to, timeZone, 1)
  if (to - dayStart <= Math.min(dayEnd, now) - to || to === dayStart) return coverHours(dayStart, to)
  return [part('d', dayStart, dayEnd), ...less(coverHours(to, dayEnd))]
}

function less(parts: CoverPart[]): CoverPart[] {
  return parts.map((each) => ({ ...each, sign: -1 }))
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
  return { grain, from: new Date(from), to: new Date(to), sign: 1 }
}
