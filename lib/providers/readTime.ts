import { quoteShort } from './cleanText'
import { UnreadableError } from './UnreadableError'

const EARLIEST = Date.UTC(2000, 0, 1)
const LATEST = Date.UTC(2101, 0, 1)

/**
 * A provider's time that makes sense, ms UTC. `sent` is the text it was read from, for the sentence.
 * Throws UnreadableError (invalid_time) for NaN, before the year 2000 and after 2100: a wrong time would put the
 * message on the wrong day of every chart.
 */
export function readTime(time: number, field: string, sent: string): number {
  if (Number.isNaN(time)) {
    throw new UnreadableError('invalid_time', `${field} is not a time that can be read: ${quoteShort(sent)}.`)
  }
  if (time < EARLIEST || time >= LATEST) {
    throw new UnreadableError('invalid_time', `${field} is outside the years 2000 to 2100: ${quoteShort(sent)}.`)
  }
  return time
}

const CLOCK = /^(\d{4})-(\d\d)-(\d\d)[ T](\d\d):(\d\d):(\d\d)$/

/** "2025-03-04 14:16:02" taken as UTC, ms; NaN when it is no such text or no such moment (31 February). */
export function parseUtcClock(text: string): number {
  const match = CLOCK.exec(text)
  if (!match) return NaN
  const iso = `${match[1]}-${match[2]}-${match[3]}T${match[4]}:${match[5]}:${match[6]}.000Z`
  const time = Date.parse(iso)
  return Number.isNaN(time) || new Date(time).toISOString() !== iso ? NaN : time
}

/** Unix seconds as text, ms; NaN when it is not a whole number. */
export function parseUnixSeconds(text: string): number {
  return /^\d{1,15}$/.test(text) ? Number(text) * 1000 : NaN
}
