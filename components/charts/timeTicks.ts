import { formatTime, formatWeekday } from '@/lib/format/time'
import { wallClock } from '@/lib/metrics/zonedTime'

export interface TimeTick {
  /** Place along the axis, 0 to 1: the left edge of a bar, or its middle for bars of a day. */
  x: number
  label: string
  /** False: may be left out where there is little room. */
  major: boolean
}

const HOUR = 3_600_000
const STEPS = [0.25, 0.5, 1, 2, 3, 4, 6, 12, 24].map((hours) => hours * HOUR)

/** Labels for an axis of equally wide bars that begin at `starts` (ms UTC), at round times of the business zone. */
export function timeTicks(starts: readonly number[], end: number, timeZone: string, most = 9): TimeTick[] {
  const first = starts[0]
  if (first === undefined) return []
  const typical = starts.length > 1 ? (end - first) / starts.length : end - first
  return typical > 20 * HOUR ? dayTicks(starts, timeZone, most) : clockTicks(starts, end, timeZone, most)
}

function dayTicks(starts: readonly number[], timeZone: string, most: number): TimeTick[] {
  const every = Math.ceil(starts.length / most)
  return starts.flatMap((at, i) =>
    i % every === 0
      ? [{ x: (i + 0.5) / starts.length, label: formatWeekday(new Date(at), timeZone), major: (i / every) % 2 === 0 }]
      : [],
  )
}

function clockTicks(starts: readonly number[], end: number, timeZone: string, most: number): TimeTick[] {
  const step = STEPS.find((each) => (end - starts[0]!) / each <= most) ?? 24 * HOUR
  const ticks: TimeTick[] = []
  for (const [i, at] of starts.entries()) {
    const wall = wallClock(at, timeZone).getTime()
    if (wall % step !== 0) continue
    const midnight = wall % (24 * HOUR) === 0
    const label = midnight ? formatTime(new Date(at), timeZone, 'date') : formatTime(new Date(at), timeZone, 'minute')
    ticks.push({ x: i / starts.length, label, major: ticks.length % 2 === 0 })
  }
  return ticks
}
