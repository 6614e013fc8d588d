/** The clock face as if it were UTC, ms, and the offset that was written beside it (null: none). */
export interface WrittenTime {
  wall: number
  offset: number | null
}

type Part =
  | 'year'
  | 'shortYear'
  | 'month'
  | 'monthName'
  | 'day'
  | 'hour'
  | 'hour12'
  | 'minute'
  | 'second'
  | 'fraction'
  | 'half'
  | 'offset'
  | 'weekday'
export type TimeToken = { literal: string } | { part: Part; least: number; most: number }

const TOKENS: Readonly<Record<string, TimeToken>> = {
  yyyy: { part: 'year', least: 4, most: 4 },
  yy: { part: 'shortYear', least: 2, most: 2 },
  MMMM: { part: 'monthName', least: 3, most: 9 },
  MMM: { part: 'monthName', least: 3, most: 3 },
  MM: { part: 'month', least: 2, most: 2 },
  M: { part: 'month', least: 1, most: 2 },
  dd: { part: 'day', least: 2, most: 2 },
  d: { part: 'day', least: 1, most: 2 },
  HH: { part: 'hour', least: 2, most: 2 },
  H: { part: 'hour', least: 1, most: 2 },
  hh: { part: 'hour12', least: 2, most: 2 },
  h: { part: 'hour12', least: 1, most: 2 },
  mm: { part: 'minute', least: 2, most: 2 },
  m: { part: 'minute', least: 1, most: 2 },
  ss: { part: 'second', least: 2, most: 2 },
  s: { part: 'second', least: 1, most: 2 },
  a: { part: 'half', least: 2, most: 2 },
  XXX: { part: 'offset', least: 1, most: 6 },
  XX: { part: 'offset', least: 1, most: 6 },
  X: { part: 'offset', least: 1, most: 6 },
  xx: { part: 'offset', least: 3, most: 6 },
  xxx: { part: 'offset', least: 3, most: 6 },
  EEE: { part: 'weekday', least: 3, most: 3 },
  EEEE: { part: 'weekday', least: 6, most: 9 },
}
const MONTHS = [
  'january',
  'february',
  'march',
  'april',
  'may',
  'june',
  'july',
  'august',
  'september',
  'october',
  'november',
  'december',
]
const LONGEST = 64

/**
 * The tokens of a pattern in date-fns's letters (yyyy-MM-dd HH:mm:ss, d MMM yyyy, hh:mm a, SSS, XXX, 'quoted');
 * null for letters that are not known, or when day, month or year is missing.
 */
export function parseTimePattern(pattern: string): readonly TimeToken[] | null {
  const tokens: TimeToken[] = []
  for (let at = 0; at < pattern.length;) {
    const next = tokenAt(pattern, at)
    if (!next) return null
    tokens.push(next.token)
    at = next.end
  }
  const has = (...parts: Part[]) => tokens.some((token) => 'part' in token && parts.includes(token.part))
  const needsHalf = has('hour12') !== has('half')
  return has('year', 'shortYear') && has('month', 'monthName') && has('day') && !needsHalf ? tokens : null
}

function tokenAt(pattern: string, at: number): { token: TimeToken; end: number } | null {
  const character = pattern[at]!
  if (character === "'") {
    const close = pattern.indexOf("'", at + 1)
    return close === -1 ? null : { token: { literal: pattern.slice(at + 1, close) || "'" }, end: close + 1 }
  }
  if (!/[a-z]/i.test(character)) return { token: { literal: character }, end: at + 1 }
  let end = at + 1
  while (pattern[end] === character) end++
  const letters = pattern.slice(at, end)
  if (character === 'S') return { token: { part: 'fraction', least: letters.length, most: 9 }, end }
  const token = Object.hasOwn(TOKENS, letters) ? TOKENS[letters] : undefined
  return token ? { token, end } : null
}

/** A time by the tokens of its pattern; null when the text is not of that form or no such moment exists (31 February). */
export function readByPattern(tokens: readonly TimeToken[], text: string): WrittenTime | null {
  if (text.length > LONGEST) return null
  const read: Partial<Record<Part, number>> = {}
  let at = 0
  for (const token of tokens) {
    const end = 'literal' in token ? afterLiteral(text, at, token.literal) : readPart(text, at, token, read)
    if (end === -1) return null
    at = end
  }
  return at === text.length ? assemble(read) : null
}

function afterLiteral(text: string, at: number, literal: string): number {
  return text.startsWith(literal, at) ? at + literal.length : -1
}

/** Reads one part into `read` and says where it ends; -1 when it is not there. */
function readPart(
  text: string,
  at: number,
  { part, least, most }: Extract<TimeToken, { part: Part }>,
  read: Partial<Record<Part, number>>,
): number {
  if (part === 'monthName') return readMonth(text, at, most, read)
  if (part === 'weekday') return readLetters(text, at, least, most)
  if (part === 'half') return readHalf(text, at, read)
  if (part === 'offset') return readOffset(text, at, read)
  let end = at
  while (end - at < most && isDigit(text, end)) end++
  if (end - at < least) return -1
  const digits = text.slice(at, end)
  read[part] = part === 'fraction' ? Math.floor(Number(digits.padEnd(3, '0').slice(0, 3))) : Number(digits)
  return end
}

function isDigit(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  return code >= 48 && code <= 57
}

function readLetters(text: string, at: number, least: number, most: number): number {
  let end = at
  while (end - at < most && /[a-z]/i.test(text[end] ?? '')) end++
  return end - at < least ? -1 : end
}

function readMonth(text: string, at: number, most: number, read: Partial<Record<Part, number>>): number {
  const end = readLetters(text, at, 3, most)
  if (end === -1) return -1
  const name = text.slice(at, end).toLowerCase()
  const month = MONTHS.findIndex((full) => full === name || (name.length === 3 && full.startsWith(name)))
  read.month = month + 1
  return month === -1 ? -1 : end
}

function readHalf(text: string, at: number, read: Partial<Record<Part, number>>): number {
  const half = text.slice(at, at + 2).toLowerCase()
  if (half !== 'am' && half !== 'pm') return -1
  read.half = half === 'pm' ? 12 : 0
  return at + 2
}

/** "Z", "+01", "+0100" or "+01:00", as minutes. */
function readOffset(text: string, at: number, read: Partial<Record<Part, number>>): number {
  if (text[at] === 'Z' || text[at] === 'z') {
    read.offset = 0
    return at + 1
  }
  const match = /^([+-])(\d\d)(?::?(\d\d))?/.exec(text.slice(at, at + 6))
  if (!match) return -1
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0)
  if (minutes > 14 * 60 || Number(match[3] ?? 0) > 59) return -1
  read.offset = match[1] === '-' ? -minutes : minutes
  return at + match[0].length
}

function assemble(read: Partial<Record<Part, number>>): WrittenTime | null {
  const year = read.year ?? (read.shortYear === undefined ? NaN : 2000 + read.shortYear)
  const hour = hourOf(read)
  const { month = NaN, day = NaN, minute = 0, second = 0, fraction = 0 } = read
  if (Number.isNaN(hour) || hour > 23 || minute > 59 || second > 59) return null
  const wall = Date.UTC(year, month - 1, day, hour, minute, second, fraction)
  const date = new Date(wall)
  // Date.UTC rolls over: 31 February would become a day in March.
  if (date.getUTCDate() !== day || date.getUTCMonth() !== month - 1 || date.getUTCFullYear() !== year) return null
  return { wall, offset: read.offset === undefined ? null : read.offset * 60_000 }
}

function hourOf({ hour, hour12, half }: Partial<Record<Part, number>>): number {
  if (hour12 === undefined) return hour ?? 0
  return hour12 >= 1 && hour12 <= 12 ? (hour12 % 12) + (half ?? 0) : NaN
}
