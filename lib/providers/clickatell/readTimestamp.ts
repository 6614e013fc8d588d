import { readIsoTime } from '../isoTime'
import { parseUtcClock, readTime } from '../readTime'

/** Clickatell's clock in texts: GMT+0200 the whole year. */
const OFFSET_MS = 2 * 60 * 60_000
/** Seconds have this value in the year 5138, milliseconds had it in 1973. */
const FIRST_MILLISECONDS = 1e11

/**
 * Unix seconds or milliseconds, or a clock face in GMT+0200; ms UTC. Null when there is none.
 * Throws UnreadableError (invalid_time) for anything else.
 */
export function readTimestamp(sent: string | undefined): number | null {
  if (!sent) return null
  if (/^\d{1,15}$/.test(sent)) {
    const value = Number(sent)
    return readTime(value < FIRST_MILLISECONDS ? value * 1000 : value, 'timestamp', sent)
  }
  const clock = parseUtcClock(sent)
  return Number.isNaN(clock) ? readIsoTime(sent, 'timestamp') : readTime(clock - OFFSET_MS, 'timestamp', sent)
}
