import { tzOffset } from '@date-fns/tz'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { startOfDay } from '@/lib/metrics/zonedTime'
import { bucketsIn } from './buckets'
import { localDays } from './localDays'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const ZONES = [
  'UTC',
  'Europe/London',
  'America/New_York',
  'America/St_Johns',
  'America/Havana',
  'America/Santiago',
  'Asia/Kolkata',
  'Asia/Kathmandu',
  'Asia/Beirut',
  'Australia/Lord_Howe',
  'Pacific/Apia',
  'Pacific/Chatham',
]
const at = (text: string) => Date.parse(text)
const instants = fc.integer({ min: at('2024-01-01T00:00Z'), max: at('2028-01-01T00:00Z') })

/** The calendar day that the wall clock shows, read through Intl rather than through the library under test. */
function localDay(instant: number, timeZone: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(instant)
}

describe.each(ZONES)('buckets in %s', (zone) => {
  const bucketsOf = bucketsIn(zone)

  it('hold the instant, begin where they say, and nest', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { q, h, d } = bucketsOf(instant)
        expect(q).toBeLessThanOrEqual(instant)
        expect(instant - q).toBeLessThan(15 * MINUTE)
        expect(q % (15 * MINUTE)).toBe(0)
        expect(h % HOUR).toBe(0)
        expect(h).toBeLessThanOrEqual(q)
        expect(d).toBeLessThanOrEqual(q)
        expect(instant - d).toBeLessThan(26 * HOUR)
        expect(bucketsOf(q).d).toBe(d)
      }),
    )
  })

  it('put an instant into the day that the wall clock shows', () => {
    fc.assert(
      fc.property(instants, (instant) => {
        const { d } = bucketsOf(instant)
        expect(localDay(d, zone)).toBe(localDay(instant, zone))
        expect(localDay(d - 1, zone)).not.toBe(localDay(d, zone))
      }),
    )
  })
})

describe('days of an unusual length', () => {
  it.each<[string, string, string, number]>([
    ['Europe/London', '2026-03-29T12:00Z', '2026-03-29T00:00Z', 23],
    ['Europe/London', '2026-10-25T12:00Z', '2026-10-24T23:00Z', 25],
    ['America/New_York', '2026-03-08T12:00Z', '2026-03-08T05:00Z', 23],
    ['America/New_York', '2026-11-01T12:00Z', '2026-11-01T04:00Z', 25],
    // Half an hour forward and back.
    ['Australia/Lord_Howe', '2026-10-04T06:00Z', '2026-10-03T13:30Z', 23.5],
    ['Australia/Lord_Howe', '2026-04-05T06:00Z', '2026-04-04T13:00Z', 24.5],
    ['Asia/Kolkata', '2026-03-29T12:00Z', '2026-03-28T18:30Z', 24],
    ['Asia/Kathmandu', '2026-03-29T12:00Z', '2026-03-28T18:15Z', 24],
    // The clock jumps over midnight: the day begins at one.
    ['America/Havana', '2026-03-08T12:00Z', '2026-03-08T05:00Z', 23],
    ['Asia/Beirut', '2026-03-29T12:00Z', '2026-03-28T22:00Z', 23],
    ['America/Santiago', '2026-09-06T12:00Z', '2026-09-06T04:00Z', 23],
    // Midnight is there twice: the day begins at the first.
    ['America/Havana', '2026-11-01T12:00Z', '2026-11-01T04:00Z', 25],
    ['Atlantic/Azores', '2026-10-25T12:00Z', '2026-10-25T00:00Z', 25],
    ['Asia/Amman', '2021-10-29T12:00Z', '2021-10-28T21:00Z', 25],
    // The clock goes back at midnight: the day before gets the hour.
    ['America/Santiago', '2026-04-04T12:00Z', '2026-04-04T03:00Z', 25],
    // A whole day is left out.
    ['Pacific/Apia', '2011-12-29T22:00Z', '2011-12-29T10:00Z', 24],
    ['Pacific/Apia', '2011-12-30T22:00Z', '2011-12-30T10:00Z', 24],
  ])('%s at %s', (zone, instant, start, hours) => {
    const bucketsOf = bucketsIn(zone)
    const { d } = bucketsOf(at(instant))
    expect(new Date(d).toISOString()).toBe(new Date(start).toISOString())
    const last = d + hours * HOUR - 1
    expect(bucketsOf(last).d).toBe(d)
    expect(bucketsOf(last + 1).d).toBe(last + 1)
  })
})

describe('over nights of a time change', () => {
  it.each<[string, string]>([
    ['America/Havana', '2026-03-08'],
    ['America/Havana', '2026-11-01'],
    ['Atlantic/Azores', '2026-03-29'],
    ['Atlantic/Azores', '2026-10-25'],
    ['America/Vancouver', '2026-11-01'],
    ['America/Santiago', '2026-04-05'],
    ['America/Santiago', '2026-09-06'],
    ['Asia/Amman', '2021-10-29'],
  ])('counters, reads and the list of days agree in %s around %s', (zone, night) => {
    const bucketsOf = bucketsIn(zone)
    const [first, last] = [at(`${night}T00:00Z`) - 36 * HOUR, at(`${night}T00:00Z`) + 36 * HOUR]
    const days = localDays(first, last, zone)
    for (let instant = first; instant <= last; instant += 5 * MINUTE) {
      const { d } = bucketsOf(instant)
      expect(d).toBe(startOfDay(instant, zone))
      expect(d).toBe(days.findLast((day) => day <= instant))
    }
  })
})

it('every zone in use is offset by whole quarter hours, which the nesting rests on', () => {
  const zones = Intl.supportedValuesOf('timeZone')
  const years = Array.from({ length: 24 }, (_, month) => Date.UTC(2025, month, 15))
  const uneven = zones.filter((zone) => years.some((instant) => tzOffset(zone, new Date(instant)) % 15 !== 0))
  expect(uneven).toEqual([])
})
