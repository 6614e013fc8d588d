import { startOfDay } from '@/lib/metrics/zonedTime'

/** q = quarter hour UTC, h = hour UTC, d = day of the business's time zone. */
export const GRAIN_LETTERS = ['q', 'h', 'd'] as const
export type GrainLetter = (typeof GRAIN_LETTERS)[number]

const QUARTER_MS = 15 * 60_000
const HOUR_MS = 60 * 60_000
const REMEMBERED_DAYS = 4_000

/** The starts, in ms UTC, of the buckets that an instant falls into. */
export type Buckets = Record<GrainLetter, number>

/**
 * Buckets for one time zone. Every zone in use is offset by whole quarter hours, so quarters nest in local days.
 * Finding a local midnight costs microseconds; it is remembered per quarter hour because the ingest asks for the
 * same few quarters again and again.
 */
export function bucketsIn(timeZone: string): (instant: number) => Buckets {
  const dayOfQuarter = new Map<number, number>()
  return (instant) => {
    const q = Math.floor(instant / QUARTER_MS) * QUARTER_MS
    let d = dayOfQuarter.get(q)
    if (d === undefined) {
      d = startOfDay(q, timeZone)
      if (dayOfQuarter.size >= REMEMBERED_DAYS) dayOfQuarter.clear()
      dayOfQuarter.set(q, d)
    }
    return { q, h: Math.floor(instant / HOUR_MS) * HOUR_MS, d }
  }
}
