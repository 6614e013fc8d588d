const HALF_DAY = 12 * 60 * 60_000

/** Making one costs more than all the rest of a callback. Zones are named in the code of adapters, so this stays small. */
const formatters = new Map<string, Intl.DateTimeFormat>()

/**
 * The moment at which a clock in that IANA zone shows `wall` (the clock face as if it were UTC, ms); ms UTC.
 * In the hour that comes twice (autumn) the first one is taken: at worst the time is too early, which shows as a clock
 * fault, never late, which would look like a slow delivery. In the hour that does not exist (spring) the clock is taken
 * as one that was not yet put forward.
 */
export function zonedTime(zone: string, wall: number): number {
  const before = wall - offsetAt(zone, wall - HALF_DAY)
  const after = wall - offsetAt(zone, wall + HALF_DAY)
  if (before === after) return before
  return fits(zone, before, wall) || !fits(zone, after, wall) ? before : after
}

function fits(zone: string, time: number, wall: number): boolean {
  return time + offsetAt(zone, time) === wall
}

/** What the zone's clock is ahead of UTC at that moment, ms. */
function offsetAt(zone: string, time: number): number {
  const [month, day, year, hour, minute, second] = formatterOf(zone).format(time).split(/\D+/).map(Number)
  const wall = Date.UTC(year!, month! - 1, day!, hour!, minute!, second!)
  return wall - Math.floor(time / 1000) * 1000
}

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone)
  if (known) return known
  const number = 'numeric' as const
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: number,
    month: number,
    day: number,
    hour: number,
    minute: number,
    second: number,
  })
  formatters.set(timeZone, made)
  return made
}
