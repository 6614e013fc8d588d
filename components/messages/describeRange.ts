import { formatDay, formatTime } from '@/lib/format/time'

interface Range {
  from?: Date | string | undefined
  to?: Date | string | undefined
}

/**
 * A send-time range in words that complete "694 texts did not land …": "between 09:00 and 14:00 today",
 * "since 23 Nov 09:00", "on 23 Nov". Empty for no range. A range that ends in the future is "since".
 */
export function describeRange({ from, to }: Range, now: Date, timeZone: string): string {
  const start = from === undefined ? null : new Date(from)
  const end = to === undefined || new Date(to) > now ? null : new Date(to)
  if (!start) return end ? `before ${moment(end, now, timeZone)}` : ''
  if (!end)
    return startsDay(start, timeZone) && sameDay(start, now, timeZone)
      ? 'today'
      : `since ${moment(start, now, timeZone)}`
  if (isWholeDay(start, end, timeZone)) return `on ${formatDay(start, now, timeZone)}`
  if (!sameDay(start, new Date(end.getTime() - 1), timeZone))
    return `between ${moment(start, now, timeZone)} and ${moment(end, now, timeZone)}`
  const day = sameDay(start, now, timeZone) ? 'today' : `on ${formatDay(start, now, timeZone)}`
  return `between ${clock(start, timeZone)} and ${endClock(end, timeZone)} ${day}`
}

/** The same for a chip: "09:00–14:00 today", "since 23 Nov 09:00". */
export function rangeLabel(range: Range, now: Date, timeZone: string): string {
  const words = describeRange(range, now, timeZone)
  return words.replace(/^between (.*?) and /, '$1 – ').replace(/^on /, '')
}

function moment(at: Date, now: Date, timeZone: string): string {
  if (sameDay(at, now, timeZone)) return `${clock(at, timeZone)} today`
  return `${formatDay(at, now, timeZone)} ${clock(at, timeZone)}`
}

function clock(at: Date, timeZone: string): string {
  return formatTime(at, timeZone, 'minute')
}

/** Midnight at the end of a day is 24:00 of that day, not 00:00. */
function endClock(at: Date, timeZone: string): string {
  return startsDay(at, timeZone) ? '24:00' : clock(at, timeZone)
}

function startsDay(at: Date, timeZone: string): boolean {
  return clock(at, timeZone) === '00:00'
}

function sameDay(a: Date, b: Date, timeZone: string): boolean {
  return formatTime(a, timeZone, 'full').split(',')[0] === formatTime(b, timeZone, 'full').split(',')[0]
}

function isWholeDay(start: Date, end: Date, timeZone: string): boolean {
  return startsDay(start, timeZone) && startsDay(end, timeZone) && sameDay(start, new Date(end.getTime() - 1), timeZone)
}
