import { readTime } from './readTime'
import { zonedTime } from './zonedTime'

const ISO =
  /^(\d{4})-(\d\d)-(\d\d)[Tt ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?(?: ?(?:([Zz])|([+-])(\d\d)(?::?(\d\d))?))?$/

/** A date and time as written: the clock face as if it were UTC, ms, and the offset beside it (null: none written). */
interface Written {
  wall: number
  offset: number | null
}

/**
 * An ISO 8601 time with "Z" or an offset, ms UTC; finer fractions than ms are cut. Null when it says no zone: it could
 * be any hour. Throws UnreadableError (invalid_time) for what is no such time.
 */
export function readIsoTime(sent: string, field: string): number | null {
  const written = parseIso(sent)
  if (written?.offset === null) return null
  return readTime(written ? written.wall - written.offset : NaN, field, sent)
}

/** An ISO 8601 time, ms UTC; without an offset it is the clock of that IANA zone. NaN for what is no such time. */
export function parseIsoIn(zone: string, sent: string): number {
  const written = parseIso(sent)
  if (!written) return NaN
  return written.offset === null ? zonedTime(zone, written.wall) : written.wall - written.offset
}

function parseIso(text: string): Written | undefined {
  const match = ISO.exec(text)
  if (!match) return undefined
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((digits) => Number(digits ?? 0))
  const ms = Math.floor(Number(`0.${match[7] ?? 0}`) * 1000 + 1e-6)
  const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!, ms)
  // Date.UTC rolls over: 31 February would become a day in March.
  const rolled = new Date(wall).toISOString().slice(0, 19)
  if (rolled !== `${text.slice(0, 10)}T${match[4]}:${match[5]}:${match[6] ?? '00'}`) return undefined
  return { wall, offset: offsetOf(match) }
}

function offsetOf([, , , , , , , , z, sign, hours, minutes]: RegExpExecArray): number | null {
  if (z) return 0
  if (!sign) return null
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes ?? 0)) * 60_000
}
