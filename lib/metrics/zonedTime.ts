import { tzOffset } from '@date-fns/tz'

const MINUTE = 60_000
const DAY = 86_400_000

/** The wall clock of `timeZone` at an instant, written as if it were UTC: read it with the getUTC… methods. */
export function wallClock(at: number, timeZone: string): Date {
  return new Date(at + offset(at, timeZone))
}

/**
 * The first instant of the calendar day `daysAhead` days after the day that `at` falls into, ms UTC.
 * Where the clock jumps over midnight, that is the moment of the jump.
 */
export function startOfDay(at: number, timeZone: string, daysAhead = 0): number {
  const midnight = Math.floor(wallClock(at, timeZone).getTime() / DAY) * DAY + daysAhead * DAY
  return firstInstantOf(midnight, timeZone)
}

/** The first border of a local clock hour after `at`. Half-hour zones and half-hour jumps included. */
export function nextHour(at: number, timeZone: string): number {
  const wall = wallClock(at, timeZone)
  return at + (60 - wall.getUTCMinutes()) * MINUTE - wall.getUTCSeconds() * 1000 - wall.getUTCMilliseconds()
}

/**
 * The first instant at which the wall clock of `timeZone` shows `wall` (a wall clock written as UTC). Where the clock
 * jumps over it, what the old clock would have shown: for the beginning of the gap that is the moment of the jump.
 */
export function firstInstantOf(wall: number, timeZone: string): number {
  const before = wall - offset(wall - DAY, timeZone)
  const candidates = [before, wall - offset(wall, timeZone), wall - offset(wall + DAY, timeZone)]
  const shown = candidates.filter((at) => at + offset(at, timeZone) === wall)
  return shown.length > 0 ? Math.min(...shown) : before
}

function offset(at: number, timeZone: string): number {
  return tzOffset(timeZone, new Date(at)) * MINUTE
}
