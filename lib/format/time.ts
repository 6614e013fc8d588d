import { wallClock } from '@/lib/metrics/zonedTime'

const formats = new Map<string, Intl.DateTimeFormat>()

/** How exactly a moment is shown. "short" and "second" leave the day out when it is today. */
export type TimePrecision = 'minute' | 'second' | 'tenth' | 'date' | 'full'

/** A moment in the business time zone: "14:02", "14:02:07", "14:02:07.1", "24 Nov", "Tue 24 Nov 2026, 14:02:07". */
export function formatTime(at: Date | string, timeZone: string, precision: TimePrecision = 'second'): string {
  const date = new Date(at)
  if (precision === 'full') return `${parts(date, timeZone, FULL_DAY)}, ${parts(date, timeZone, CLOCK)}`
  if (precision === 'date') return parts(date, timeZone, DAY)
  if (precision === 'minute') return parts(date, timeZone, MINUTE)
  const seconds = parts(date, timeZone, CLOCK)
  return precision === 'tenth' ? `${seconds}.${Math.floor(date.getUTCMilliseconds() / 100)}` : seconds
}

/** "14:02:07" for a moment of the same business day as `now`, else "23 Nov 14:02". */
export function formatMoment(at: Date | string, now: Date, timeZone: string): string {
  const date = new Date(at)
  const today = parts(date, timeZone, DAY_KEY) === parts(now, timeZone, DAY_KEY)
  return today ? parts(date, timeZone, CLOCK) : `${formatDay(date, now, timeZone)} ${parts(date, timeZone, MINUTE)}`
}

/** "24 Nov", with the year when it is not this one. */
export function formatDay(at: Date | string, now: Date, timeZone: string): string {
  const date = new Date(at)
  const sameYear = parts(date, timeZone, YEAR) === parts(now, timeZone, YEAR)
  return parts(date, timeZone, sameYear ? DAY : DAY_YEAR)
}

/** "Tue 24 Nov". */
export function formatWeekday(at: Date | string, timeZone: string): string {
  return parts(new Date(at), timeZone, WEEKDAY)
}

/** The zone with its offset at that moment: "Europe/London (UTC+1)", "Asia/Kolkata (UTC+5:30)". */
export function formatZone(timeZone: string, at: Date): string {
  if (timeZone === 'UTC') return timeZone
  // Computed, not formatted: server and browser may hold different words for it.
  const minutes = Math.round((wallClock(at.getTime(), timeZone).getTime() - at.getTime()) / 60_000)
  const rest = Math.abs(minutes) % 60
  const hours = `${minutes < 0 ? '−' : '+'}${Math.floor(Math.abs(minutes) / 60)}`
  return `${timeZone} (UTC${minutes === 0 ? '' : hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`})`
}

const CLOCK = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const
const MINUTE = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const
const DAY = { day: 'numeric', month: 'short' } as const
const DAY_YEAR = { day: 'numeric', month: 'short', year: 'numeric' } as const
const WEEKDAY = { weekday: 'short', day: 'numeric', month: 'short' } as const
const FULL_DAY = { weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' } as const
const YEAR = { year: 'numeric' } as const
const DAY_KEY = { year: 'numeric', month: '2-digit', day: '2-digit' } as const

function parts(date: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string {
  const key = `${timeZone}|${JSON.stringify(options)}`
  let format = formats.get(key)
  // Making a formatter costs a hundred times what using one does.
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat('en-GB', { timeZone, ...options })))
  // ICU writes "Tue, 24 Nov 2026" in some versions and "Tue 24 Nov 2026" in others; server and browser must agree.
  return format
    .format(date)
    .replace(/^(\p{L}+),/u, '$1')
    .replace('Sept', 'Sep')
}
