import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { QUARTER_MS } from '@/lib/contracts/filter'
import { chooseGrain } from './chooseGrain'
import { timeBuckets } from './timeBuckets'
import { RANGE_NAMES, resolveRange, snapRange } from './timeRange'
import { startOfDay } from './zonedTime'

const iso = (range: { from: Date; to: Date }) => [range.from.toISOString(), range.to.toISOString()]
const hours = (range: { from: Date; to: Date }) => (range.to.getTime() - range.from.getTime()) / 3_600_000

describe('resolveRange', () => {
  const now = new Date('2026-07-01T13:02:07Z')

  it('names the ranges in the business time zone', () => {
    expect(iso(resolveRange('hour', now, 'Europe/London'))).toEqual([
      '2026-07-01T12:15:00.000Z',
      '2026-07-01T13:15:00.000Z',
    ])
    expect(iso(resolveRange('24h', now, 'Europe/London'))).toEqual([
      '2026-06-30T13:15:00.000Z',
      '2026-07-01T13:15:00.000Z',
    ])
    expect(iso(resolveRange('today', now, 'Europe/London'))).toEqual([
      '2026-06-30T23:00:00.000Z',
      '2026-07-01T13:15:00.000Z',
    ])
    expect(iso(resolveRange('yesterday', now, 'Europe/London'))).toEqual([
      '2026-06-29T23:00:00.000Z',
      '2026-06-30T23:00:00.000Z',
    ])
    expect(iso(resolveRange('7d', now, 'Europe/London'))[0]).toBe('2026-06-24T23:00:00.000Z')
    expect(iso(resolveRange('30d', now, 'Europe/London'))[0]).toBe('2026-06-01T23:00:00.000Z')
  })

  it('holds the text that was sent this very moment, also on the border itself', () => {
    const border = new Date('2026-07-01T13:15:00.000Z')
    expect(resolveRange('hour', border, 'UTC').to.toISOString()).toBe('2026-07-01T13:30:00.000Z')
  })

  it('knows that days of a time change are shorter or longer', () => {
    expect(hours(resolveRange('yesterday', new Date('2026-03-30T12:00:00Z'), 'Europe/London'))).toBe(23)
    expect(hours(resolveRange('yesterday', new Date('2026-10-26T12:00:00Z'), 'Europe/London'))).toBe(25)
    expect(hours(resolveRange('yesterday', new Date('2026-10-05T12:00:00Z'), 'Australia/Lord_Howe'))).toBe(23.5)
  })

  it('starts a day whose midnight does not exist at the jump (Beirut 2022-03-27, São Paulo 2018-11-04)', () => {
    expect(startOfDay(Date.parse('2022-03-27T12:00:00Z'), 'Asia/Beirut')).toBe(Date.parse('2022-03-26T22:00:00Z'))
    expect(startOfDay(Date.parse('2018-11-04T12:00:00Z'), 'America/Sao_Paulo')).toBe(Date.parse('2018-11-04T03:00:00Z'))
  })

  it('starts a day whose midnight comes twice at the first of the two (Havana 2024-11-03)', () => {
    expect(startOfDay(Date.parse('2024-11-03T18:00:00Z'), 'America/Havana')).toBe(Date.parse('2024-11-03T04:00:00Z'))
  })

  it('starts the day after a clock that goes back at midnight when midnight comes for good (Santiago 2027-04-04)', () => {
    expect(startOfDay(Date.parse('2027-04-04T18:00:00Z'), 'America/Santiago')).toBe(Date.parse('2027-04-04T04:00:00Z'))
  })

  it('lies on quarter hours in every zone', () => {
    const zones = ['UTC', 'Asia/Kolkata', 'Asia/Kathmandu', 'Australia/Lord_Howe', 'America/St_Johns', 'Pacific/Apia']
    const at = fc.date({ min: new Date('2015-01-01'), max: new Date('2035-01-01'), noInvalidDate: true })
    fc.assert(
      fc.property(at, fc.constantFrom(...zones), fc.constantFrom(...RANGE_NAMES), (date, zone, name) => {
        const { from, to } = resolveRange(name, date, zone)
        expect(from.getTime() % QUARTER_MS).toBe(0)
        expect(to.getTime() % QUARTER_MS).toBe(0)
        expect(to.getTime()).toBeGreaterThan(from.getTime())
      }),
    )
  })
})

describe('snapRange', () => {
  it('widens to quarter hours, mends a reversed range and is never empty', () => {
    const at = (text: string) => new Date(`2026-07-01T${text}Z`)
    expect(iso(snapRange(at('10:07'), at('11:01')))).toEqual(['2026-07-01T10:00:00.000Z', '2026-07-01T11:15:00.000Z'])
    expect(iso(snapRange(at('11:00'), at('10:00')))).toEqual(['2026-07-01T10:00:00.000Z', '2026-07-01T11:00:00.000Z'])
    expect(hours(snapRange(at('10:00'), at('10:00')))).toBe(0.25)
  })
})

describe('timeBuckets', () => {
  it('cuts a day of 25 hours into 100 quarters and 25 hours', () => {
    const day = resolveRange('yesterday', new Date('2026-10-26T12:00:00Z'), 'Europe/London')
    expect(chooseGrain(day)).toBe('quarter')
    expect(timeBuckets(day, 'quarter', 'Europe/London')).toHaveLength(100)
    expect(timeBuckets(day, 'hour', 'Europe/London')).toHaveLength(25)
  })

  it('starts hours on the local hour in a half-hour zone', () => {
    const range = { from: new Date('2026-07-01T00:00:00Z'), to: new Date('2026-07-01T03:00:00Z') }
    const starts = timeBuckets(range, 'hour', 'Asia/Kolkata').map((bucket) => bucket.at.toISOString().slice(11, 16))
    expect(starts).toEqual(['00:00', '00:30', '01:30', '02:30'])
  })

  it('keeps half an hour for the jump of Lord Howe', () => {
    const range = resolveRange('yesterday', new Date('2026-10-05T12:00:00Z'), 'Australia/Lord_Howe')
    const lengths = timeBuckets(range, 'hour', 'Australia/Lord_Howe').map(
      (b) => (b.until.getTime() - b.at.getTime()) / 60_000,
    )
    expect(lengths.filter((minutes) => minutes !== 60)).toEqual([30])
  })

  it('covers a range without gap or overlap, whatever the zone and grain', () => {
    const zones = ['UTC', 'Europe/London', 'Asia/Kolkata', 'America/Havana', 'Australia/Lord_Howe', 'Pacific/Apia']
    const start = fc.integer({ min: Date.parse('2015-01-01') / QUARTER_MS, max: Date.parse('2035-01-01') / QUARTER_MS })
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 400 }), fc.constantFrom(...zones), (quarter, length, zone) => {
        const range = { from: new Date(quarter * QUARTER_MS), to: new Date((quarter + length) * QUARTER_MS) }
        for (const grain of ['quarter', 'hour', 'day'] as const) {
          const buckets = timeBuckets(range, grain, zone)
          expect(buckets[0]?.at).toEqual(range.from)
          expect(buckets.at(-1)?.until).toEqual(range.to)
          buckets.slice(1).forEach((bucket, i) => expect(bucket.at).toEqual(buckets[i]?.until))
          for (const b of buckets) expect(b.at.getTime() % QUARTER_MS).toBe(0)
        }
      }),
    )
  })

  it('chooses grains of at most a hundred points for the named ranges', () => {
    for (const name of RANGE_NAMES) {
      const range = resolveRange(name, new Date('2026-07-01T23:59:00Z'), 'UTC')
      expect(timeBuckets(range, chooseGrain(range), 'UTC').length).toBeLessThanOrEqual(100)
    }
  })
})
