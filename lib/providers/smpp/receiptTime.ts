import { BoundedCache } from '../BoundedCache'
import { quoteShort } from '../cleanText'
import { readIsoTime } from '../isoTime'
import { readTime } from '../readTime'
import { UnreadableError } from '../UnreadableError'
import { zonedTime } from '../zonedTime'
import type { Fields } from './fields'

/** YYMMDDhhmm, YYMMDDhhmmss or YYYYMMDDhhmmss. */
const DATE = /^(\d\d|\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)?$/
/** In a form that was not encoded, "+" arrives as a blank. */
const OFFSET = /^([+ -])(\d\d):?(\d\d)$/
const MINUTE = 60_000

/**
 * When it happened, ms UTC: the `done date` in the zone that the request names, else `received_at`, else null (a clock
 * without a zone could be any hour). Most SMSCs cut the seconds off: `received_at` gives them back where it lies in the
 * same minute. A `done date` that is no date (SMSCs send zeros for texts that were never delivered) counts as missing.
 * Throws UnreadableError for a `time_zone` that does not exist and for a `received_at` that is no time with a zone.
 */
export function readOccurredAt(fields: Fields, doneDate: string | null): number | null {
  const receivedAt = readReceivedAt(fields('received_at'))
  const zone = fields('time_zone')
  if (zone === undefined) return receivedAt
  const toUtc = clockOf(zone)
  const date = doneDate === null ? undefined : parseDate(doneDate)
  if (!date) return receivedAt
  const done = toUtc(date.wall)
  const sameMinute = receivedAt !== null && !date.hasSeconds && Math.floor(receivedAt / MINUTE) * MINUTE === done
  return sameMinute ? receivedAt : done
}

function readReceivedAt(sent: string | undefined): number | null {
  if (sent === undefined) return null
  const time = readIsoTime(sent, 'received_at')
  if (time === null) throw new UnreadableError('invalid_time', `received_at says no zone: ${quoteShort(sent)}.`)
  return readTime(time, 'received_at', sent)
}

function parseDate(text: string): { wall: number; hasSeconds: boolean } | undefined {
  const match = DATE.exec(text)
  if (!match) return undefined
  const [, yy = '', month = '', day = '', hour = '', minute = '', second] = match
  const year = yy.length === 2 ? `20${yy}` : yy
  const iso = `${year}-${month}-${day}T${hour}:${minute}:${second ?? '00'}.000Z`
  const wall = Date.parse(iso)
  // Date.parse takes hour 24; months and days that do not exist it takes for others, or for none.
  if (Number.isNaN(wall) || new Date(wall).toISOString() !== iso || Number(year) < 2000 || Number(year) > 2099)
    return undefined
  return { wall, hasSeconds: second !== undefined }
}

type Clock = (wall: number) => number
const clocks = new BoundedCache<Clock>(100)

function clockOf(zone: string): Clock {
  return clocks.get(zone, makeClock)
}

function makeClock(zone: string): Clock {
  const offset = OFFSET.exec(zone)
  if (offset) {
    const ms = (Number(offset[2]) * 60 + Number(offset[3])) * MINUTE * (offset[1] === '-' ? -1 : 1)
    return (wall) => wall - ms
  }
  const name = canonicalZone(zone)
  return (wall) => zonedTime(name, wall)
}

/** The one spelling of a zone: what is remembered per zone must not grow with every way to write it. */
function canonicalZone(zone: string): string {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: zone }).resolvedOptions().timeZone
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const reason = `time_zone must be a name like "Europe/London" or an offset like "+01:00", but is ${quoteShort(zone)}.`
    throw new UnreadableError('invalid_value', reason)
  }
}
