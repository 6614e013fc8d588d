import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUARTER_MS } from '@/lib/contracts/filter'
import { startOfDay } from '@/lib/metrics/zonedTime'
import { bucketsIn } from '@/lib/rollups/buckets'
import { coverRange } from './coverRange'

const ZONES = ['UTC', 'Europe/London', 'America/New_York', 'Asia/Kolkata', 'Australia/Lord_Howe', 'Asia/Kathmandu']
const START = Date.parse('2026-01-01T00:00:00Z') / QUARTER_MS

describe('coverRange', () => {
  const listed = (range: { from: Date; to: Date }, now: string) =>
    coverRange(range, 'Europe/London', Date.parse(now)).map(
      (p) =>
        `${p.sign === 1 ? '+' : '-'}${p.grain} ${p.from.toISOString().slice(5, 16)} ${p.to.toISOString().slice(5, 16)}`,
    )

  it('takes days, and at the ends hours and quarters or a day less its rest, whichever is shorter', () => {
    const range = { from: new Date('2026-06-01T10:45:00Z'), to: new Date('2026-07-01T03:15:00Z') }
    expect(listed(range, '2026-12-01T00:00:00Z')).toEqual([
      '+d 05-31T23:00 06-01T23:00',
      '-h 05-31T23:00 06-01T10:00',
      '-q 06-01T10:00 06-01T10:45',
      '+d 06-01T23:00 06-30T23:00',
      '+h 06-30T23:00 07-01T03:00',
      '+q 07-01T03:00 07-01T03:15',
    ])
  })

  it('takes today as one day when the range ends now', () => {
    const range = { from: new Date('2026-06-30T23:00:00Z'), to: new Date('2026-07-01T03:15:00Z') }
    expect(listed(range, '2026-07-01T03:07:00Z')).toEqual([
      '+d 06-30T23:00 07-01T23:00',
      '-q 07-01T03:15 07-01T04:00',
      '-h 07-01T04:00 07-01T23:00',
    ])
  })

  it('covers every range exactly, on the borders of its grain, whatever the zone and the time', () => {
    const quarter = fc.integer({ min: START, max: START + 2 * 365 * 96 })
    const length = fc.oneof(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 1, max: 96 * 60 }))
    fc.assert(
      fc.property(quarter, length, fc.constantFrom(...ZONES), quarter, (start, quarters, zone, now) => {
        const range = { from: new Date(start * QUARTER_MS), to: new Date((start + quarters) * QUARTER_MS) }
        const times = new Map<number, number>()
        for (const { grain, from, to, sign } of coverRange(range, zone, now * QUARTER_MS)) {
          expect(from.getTime()).toBeLessThan(to.getTime())
          for (const at of [from.getTime(), to.getTime()]) expect(isBorder(at, grain, zone)).toBe(true)
          for (let at = from.getTime(); at < to.getTime(); at += QUARTER_MS) times.set(at, (times.get(at) ?? 0) + sign)
        }
        const covered = [...times].filter(([, count]) => count !== 0)
        expect(covered.every(([at, count]) => count === 1 && at >= +range.from && at < +range.to)).toBe(true)
        expect(covered).toHaveLength(quarters)
      }),
      { numRuns: 300 },
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
    expect(coverRange(range, 'Europe/London')).toEqual([{ grain: 'd', ...range, sign: 1 }])
  })
})

function isBorder(at: number, grain: string, zone: string): boolean {
  if (grain === 'd') return startOfDay(at, zone) === at
  return at % (grain === 'h' ? 4 * QUARTER_MS : QUARTER_MS) === 0
}
