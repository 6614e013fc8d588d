import { TZDate } from '@date-fns/tz'
import { createRandom } from '@/lib/simulate/random'

/** Texts per hour of the local day, as a share of the busiest: reminders in the morning, codes all day, quiet nights. */
const HOURS = [4, 3, 2, 2, 3, 8, 25, 62, 96, 100, 88, 70, 55, 52, 58, 60, 62, 70, 60, 42, 28, 18, 11, 6]
const STEP_MS = 60_000
const DAY_STEPS = 24 * 60

/**
 * When the texts between two instants (ms UTC) are sent, in ms after `from` and in order: about `perDay` of them per
 * full day, following the day of a business in `timeZone`. The same seed gives the same times.
 */
export function dayCurveStarts(from: number, to: number, perDay: number, timeZone: string, seed: number): number[] {
  const random = createRandom(seed)
  const perWeight = perDay / ((HOURS.reduce((sum, weight) => sum + weight, 0) * DAY_STEPS) / HOURS.length)
  const starts: number[] = []
  for (let at = from; at < to; at += STEP_MS) {
    const expected = (HOURS[new TZDate(at, timeZone).getHours()] ?? 0) * perWeight
    const count = Math.floor(expected) + (random.next() < expected % 1 ? 1 : 0)
    for (let index = 0; index < count; index++) {
      const start = at - from + random.next() * STEP_MS
      if (from + start < to) starts.push(start)
    }
  }
  return starts.sort((a, b) => a - b)
}
