import type { Bar } from '@/components/charts/prepareStackedBars'
import { STATE_WORDS } from '@/components/ui/stateWords'
import { formatCount, plural } from '@/lib/format/number'
import { formatTime, formatWeekday } from '@/lib/format/time'
import type { Grain } from '@/lib/metrics/chooseGrain'

/** The time of a bar: "Tue 24 Nov" for a day, "Tue 24 Nov, 10:15–10:30" for less. */
export function bucketWords({ at, until }: { at: string; until: string }, grain: Grain, timeZone: string): string {
  const day = formatWeekday(at, timeZone)
  if (grain === 'day') return day
  return `${day}, ${formatTime(at, timeZone, 'minute')}–${formatTime(until, timeZone, 'minute')}`
}

/** A bar in one line, for those who hear it. */
export function describeBar(bar: Bar, grain: Grain, timeZone: string): string {
  const parts = bar.segments.map(
    (segment) => `${formatCount(segment.count)} ${STATE_WORDS[segment.state].label.toLowerCase()}`,
  )
  return `${bucketWords(bar.point, grain, timeZone)}: ${[plural(bar.total, 'text'), ...parts].join(', ')}`
}
