import { QUARTER_MS } from '@/lib/contracts/filter'
import { startOfDay } from './zonedTime'

/** The ranges that have a name, in the order in which a person is offered them. */
export const RANGE_NAMES = ['hour', 'today', 'yesterday', '24h', '7d', '30d'] as const
export type RangeName = (typeof RANGE_NAMES)[number]

/** A half-open range of send times: `from` inclusive, `to` exclusive, both on quarter hours. */
export interface TimeRange {
  from: Date
  to: Date
}

/**
 * The absolute range that a name means at `now` in the business time zone. Ends with the running quarter hour (so that
 * the newest texts are in it) except for "yesterday"; "7d" and "30d" are whole calendar days, the last being today.
 */
export function resolveRange(name: RangeName, now: Date, timeZone: string): TimeRange {
  const end = endOfQuarter(now)
  const day = (ahead: number) => startOfDay(now.getTime(), timeZone, ahead)
  switch (name) {
    case 'hour':
      return range(end - 4 * QUARTER_MS, end)
    case '24h':
      return range(end - 96 * QUARTER_MS, end)
    case 'today':
      return range(day(0), end)
    case 'yesterday':
      return range(day(-1), day(0))
    case '7d':
      return range(day(-6), end)
    case '30d':
      return range(day(-29), end)
  }
}

/** The end of the quarter hour that `now` falls into, ms UTC; always later than `now`. */
export function endOfQuarter(now: Date): number {
  return Math.floor(now.getTime() / QUARTER_MS) * QUARTER_MS + QUARTER_MS
}

/** The widest range on quarter hours within `from`…`to` widened outwards; never empty. For hand-picked ranges. */
export function snapRange(from: Date, to: Date): TimeRange {
  const start = Math.floor(Math.min(from.getTime(), to.getTime()) / QUARTER_MS) * QUARTER_MS
  const end = Math.ceil(Math.max(from.getTime(), to.getTime()) / QUARTER_MS) * QUARTER_MS
  return range(start, Math.max(end, start + QUARTER_MS))
}

function range(from: number, to: number): TimeRange {
  return { from: new Date(from), to: new Date(to) }
}
