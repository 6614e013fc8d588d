import fc from 'fast-check'
import { expect, it } from 'vitest'
import { bucketsIn } from './buckets'
import { localDays } from './localDays'

const QUARTER = 15 * 60_000
const DAY = 24 * 60 * 60_000
const START = Date.UTC(2012, 0, 1)

it('lists the days from the first to the last instant, both included', () => {
  const [first, last] = [Date.parse('2026-03-28T23:59:59Z'), Date.parse('2026-03-29T23:00:00Z')]
  const days = localDays(first, last, 'Europe/London').map((day) => new Date(day).toISOString().slice(0, 16))
  expect(days).toEqual(['2026-03-28T00:00', '2026-03-29T00:00', '2026-03-29T23:00'])
})

it('holds every instant in the day that its counter has, in every zone', () => {
  const zones = fc.constantFrom(...Intl.supportedValuesOf('timeZone'))
  const instants = fc.integer({ min: 0, max: 18 * 365 * 96 }).map((quarters) => START + quarters * QUARTER)
  fc.assert(
    fc.property(zones, instants, fc.integer({ min: 0, max: 40 * DAY }), (zone, instant, before) => {
      const days = localDays(instant - before, instant, zone)
      expect([zone, days.at(-1)]).toEqual([zone, bucketsIn(zone)(instant).d])
      expect([zone, days[0]]).toEqual([zone, bucketsIn(zone)(instant - before).d])
    }),
    { numRuns: 300 },
  )
})

it('is one day for one instant, and refuses a zone that it does not know', () => {
  expect(localDays(START + 1, START + 1, 'UTC')).toEqual([START])
  expect(() => localDays(START, START, 'Mars/Olympus')).toThrow(RangeError)
})
