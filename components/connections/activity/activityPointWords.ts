import type { ActivityPoint } from '@/lib/contracts/activity'
import { formatTime, formatWeekday } from '@/lib/format/time'

/** The stretch of a point: "Tue 24 Nov, 14:15–14:30". */
export function activityPointWords({ at, until }: Pick<ActivityPoint, 'at' | 'until'>, timeZone: string): string {
  const clock = (moment: string) => formatTime(moment, timeZone, 'minute')
  return `${formatWeekday(at, timeZone)}, ${clock(at)}–${clock(until)}`
}
