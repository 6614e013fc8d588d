import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUARTER_MS } from '@/lib/contracts/filter'
import { startOfDay } from '@/lib/metrics/zonedTime'
import { bucketsIn } from '@/lib/rollups/buckets'
import { coverRange } from './coverRange'

const ZONES = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const START = Date.parse('2026-01-01T00:00:00Z') / QUARTER_MS

describe('coverRange', () => {
  it('takes days, hours and quarters for a long ragged range', () => {
    const range = { from: new Date('2026-06-01T10:45:00Z'), to: new Date('2026-07-01T13:15:00Z') }
    const parts = coverRange(range, 'Europe/London').map((p) => [
      p.grain,
      p.from.toISOString(),
      p.to.toISOString(),
      p.rest?.empty,
    ])
    expect(parts).toEqual([
      ['q', '2026-06-01T10:45:00.000Z', '2026-06-01T11:00:00.000Z', undefined],
      ['h', '2026-06-01T11:00:00.000Z', '2026-06-01T23:00:00.000Z', undefined],
      ['d', '2026-06-01T23:00:00.000Z', '2026-06-30T23:00:00.000Z', undefined],
      ['d', '2026-06-30T23:00:00.000Z', '2026-07-01T23:00:00.000Z', true],
      ['h', '2026-06-30T23:00:00.000Z', '2026-07-01T13:00:00.000Z', false],
      ['q', '2026-07-01T13:00:00.000Z', '2026-07-01T13:15:00.000Z', false],
    ])
  })

  it('covers every range exactly, on the borders of its grain, whatever the zone', () => {
    const quarter = fc.integer({ min: START, max: START + 2 * 365 * 96 })
    const length = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 96 * 60 }))
    fc.assert(
      fc.property(quarter, length, fc.constantFrom(...ZONES), (start, quarters, zone) => {
        const range = { from: new Date(start * QUARTER_MS), to: new Date((start + quarters) * QUARTER_MS) }
        const all = coverRange(range, zone)
        const parts = all.filter((part) => part.rest?.empty !== true)
        expect(parts.length).toBeLessThanOrEqual(7)
        for (const part of all.filter((each) => each.rest?.empty)) {
          expect(part.grain).toBe('d')
          expect(part.rest).toEqual({ from: range.to, to: part.to, empty: true })
          expect(part.from).toEqual(parts.find((each) => each.rest)?.from)
          expect(startOfDay(part.from.getTime(), zone, 1)).toBe(part.to.getTime())
        }
        expect(parts[0]?.from).toEqual(range.from)
        expect(parts.at(-1)?.to).toEqual(range.to)
        parts.slice(1).forEach((part, i) => expect(part.from).toEqual(parts[i]?.to))
        for (const { grain, from, to } of parts) {
          expect(from.getTime()).toBeLessThan(to.getTime())
          for (const at of [from.getTime(), to.getTime()]) expect(isBorder(at, grain, zone)).toBe(true)
        }
      }),
      { numRuns: 500 },
    )
  })

  it('starts each day where a day counter starts, in every zone', () => {
    const at = fc.integer({ min: Date.parse('2020-01-01'), max: Date.parse('2030-01-01') })
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      const bucketsOf = bucketsIn(zone)
      fc.assert(
        fc.property(at, (instant) => {
          const start = startOfDay(instant, zone)
          expect([zone, bucketsOf(start).d]).toEqual([zone, start])
        }),
        { numRuns: 20 },
      )
    }
  })

  it('reads no quarter that an hour has, and no hour that a day has', () => {
    const range = { from: new Date('2026-03-29T00:00:00Z'), to: new Date('2026-03-29T23:00:00Z') }
    expect(coverRange(range, 'Europe/London')).toEqual([{ grain: 'd', ...range }])
  })
})

function isBorder(at: number, grain: string, zone: string): boolean {
  if (grain === 'd') return startOfDay(at, zone) === at
  return at % (grain === 'h' ? 4 * QUARTER_MS : QUARTER_MS) === 0
}
