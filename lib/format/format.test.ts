import { describe, expect, it } from 'vitest'
import { formatAgo, formatDuration } from './duration'
import { fromLocalInput, toLocalInput } from './localInput'
import { formatCompact, plural } from './number'
import { formatPercent, percentFigure } from './percent'
import { formatDay, formatMoment, formatTime, formatWeekday, formatZone } from './time'

const NBSP = '\u00a0'

describe('formatPercent', () => {
  it('writes one digit, a no-break space and the sign', () => {
    expect(formatPercent(0.9632)).toBe(`96.3${NBSP}%`)
    expect(percentFigure(0.31, 0)).toBe('31')
  })
  it('never rounds to all or none', () => {
    expect(formatPercent(0.99999)).toBe(`99.9${NBSP}%`)
    expect(formatPercent(0.00001)).toBe(`0.1${NBSP}%`)
    expect(percentFigure(0.999, 0)).toBe('99')
    expect(formatPercent(1)).toBe(`100${NBSP}%`)
    expect(formatPercent(0)).toBe(`0${NBSP}%`)
  })
})

describe('formatTime', () => {
  const at = '2026-07-01T23:02:07.194Z'
  it('reads the clock of the business', () => {
    expect(formatTime(at, 'Europe/London')).toBe('00:02:07')
    expect(formatTime(at, 'Asia/Kolkata', 'minute')).toBe('04:32')
    expect(formatTime(at, 'UTC', 'tenth')).toBe('23:02:07.1')
    expect(formatTime(at, 'Europe/London', 'full')).toBe('Thu 2 Jul 2026, 00:02:07')
    expect(formatTime(at, 'UTC', 'date')).toBe('1 Jul')
    expect(formatWeekday(at, 'UTC')).toBe('Wed 1 Jul')
  })
  it('names the day when it is another, and the year when it is another', () => {
    const now = new Date('2026-07-02T08:00:00Z')
    expect(formatMoment(at, now, 'Europe/London')).toBe('00:02:07')
    expect(formatMoment(at, now, 'UTC')).toBe('1 Jul 23:02')
    expect(formatDay('2025-07-01T12:00:00Z', now, 'UTC')).toBe('1 Jul 2025')
  })
  it('names the zone with its offset of that day', () => {
    expect(formatZone('Europe/London', new Date(at))).toBe('Europe/London (UTC+1)')
    expect(formatZone('Asia/Kolkata', new Date(at))).toBe('Asia/Kolkata (UTC+5:30)')
    expect(formatZone('America/St_Johns', new Date('2026-01-01'))).toBe('America/St_Johns (UTC−3:30)')
    expect(formatZone('UTC', new Date(at))).toBe('UTC')
  })
})

describe('localInput', () => {
  it('goes there and back, and takes the first of two equal wall clocks', () => {
    const at = new Date('2026-07-01T23:15:00Z')
    expect(toLocalInput(at, 'Europe/London')).toBe('2026-07-02T00:15')
    expect(fromLocalInput('2026-07-02T00:15', 'Europe/London')).toEqual(at)
    expect(fromLocalInput('2026-10-25T01:30', 'Europe/London')).toEqual(new Date('2026-10-25T00:30:00Z'))
    expect(fromLocalInput('2026-07-02', 'UTC')).toBeNull()
    expect(fromLocalInput('', 'UTC')).toBeNull()
  })
})

describe('formatDuration', () => {
  it('uses the unit that a person would', () => {
    expect([0, 412, 9_960, 31_000, 120_000, 7_500_000, 4 * 86_400_000].map(formatDuration)).toEqual([
      '0.0 s',
      '0.4 s',
      '10 s',
      '31 s',
      '2 min',
      '2 h 05',
      '4 days',
    ])
  })
  it('says how long ago', () => {
    const now = new Date('2026-07-01T12:00:00Z')
    expect(formatAgo('2026-07-01T11:59:59Z', now)).toBe('just now')
    expect(formatAgo('2026-07-01T11:59:55Z', now)).toBe('5 s ago')
    expect(formatAgo('2026-07-01T12:00:05Z', now)).toBe('just now')
  })
})

describe('numbers', () => {
  it('counts texts', () => {
    expect(plural(1, 'text')).toBe('1 text')
    expect(plural(1_200, 'text')).toBe('1,200 texts')
    expect(formatCompact(18_204)).toBe('18.2k')
    expect(formatCompact(1_250_000)).toBe('1.3M')
    expect(formatCompact(9_999)).toBe('9,999')
  })
})
