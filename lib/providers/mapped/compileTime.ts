import type { TimeFormat } from '@/lib/contracts/mapping'
import { isZone } from '@/lib/contracts/mappingProblems'
import { parseTimePattern, readByPattern, type TimeToken } from '@/lib/contracts/timePattern'
import { parseIsoIn, readIsoTime } from '../isoTime'
import { readTime } from '../readTime'
import { zonedTime } from '../zonedTime'

/** A moment, ms UTC; null when its zone is not known. Throws UnreadableError (invalid_time) for what is no time. */
export type ReadMoment = (sent: string) => number | null

const FIELD = 'The time'
/** "0000-00-00 00:00:00" and "0" are how providers write that there is none. */
const NO_TIME = /^[0\s:./TZ+-]*$/

/** The reader of times of that format. */
export function compileTime(format: TimeFormat): ReadMoment {
  const read = readerOf(format)
  return (sent) => (NO_TIME.test(sent) ? null : read(sent))
}

function readerOf(format: TimeFormat): ReadMoment {
  switch (format.format) {
    case 'iso': {
      const zone = usable(format.zone)
      return zone === null
        ? (sent) => readIsoTime(sent, FIELD)
        : (sent) => readTime(parseIsoIn(zone, sent), FIELD, sent)
    }
    case 'unix_s':
      return (sent) => readTime(unixTime(sent, 1000), FIELD, sent)
    case 'unix_ms':
      return (sent) => readTime(unixTime(sent, 1), FIELD, sent)
    case 'pattern': {
      const tokens = parseTimePattern(format.pattern) ?? []
      const zone = usable(format.zone)
      return (sent) => byPattern(tokens, zone, sent)
    }
  }
}

/** A zone that does not exist knows nothing. */
function usable(zone: string | null): string | null {
  return zone !== null && isZone(zone) ? zone : null
}

function unixTime(sent: string, unitMs: number): number {
  return /^\d{1,15}(?:\.\d{1,9})?$/.test(sent) ? Math.floor(Number(sent) * unitMs) : NaN
}

function byPattern(tokens: readonly TimeToken[], zone: string | null, sent: string): number | null {
  const written = readByPattern(tokens, sent)
  if (!written) return readTime(NaN, FIELD, sent)
  if (written.offset !== null) return readTime(written.wall - written.offset, FIELD, sent)
  return zone === null ? null : readTime(zonedTime(zone, written.wall), FIELD, sent)
}
