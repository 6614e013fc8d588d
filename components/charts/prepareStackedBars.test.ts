import { describe, expect, it } from 'vitest'
import { niceTicks } from './niceTicks'
import { prepareStackedBars, type SeriesPoint } from './prepareStackedBars'
import { timeTicks } from './timeTicks'

const QUARTER = 900_000
const start = Date.parse('2026-07-01T08:00:00Z')
const point = (i: number, counts: Partial<SeriesPoint> = {}): SeriesPoint => ({
  at: new Date(start + i * QUARTER).toISOString(),
  until: new Date(start + (i + 1) * QUARTER).toISOString(),
  delivered: 0,
  failed: 0,
  unconfirmed: 0,
  pending: 0,
  ...counts,
})

describe('prepareStackedBars', () => {
  it('stacks the four states in their order, up to a round top', () => {
    const model = prepareStackedBars([point(0, { delivered: 150, failed: 30, pending: 20 })], point(9).at, 'UTC')
    expect(model.yTicks.map((tick) => tick.value)).toEqual([0, 100, 200])
    expect(model.bars[0]?.segments).toEqual([
      { state: 'delivered', count: 150, low: 0, high: 0.75 },
      { state: 'failed', count: 30, low: 0.75, high: 0.9 },
      { state: 'pending', count: 20, low: 0.9, high: 1 },
    ])
  })

  it('leaves a gap where nothing was sent, and marks only the running bar as provisional', () => {
    const asOf = new Date(start + 1.5 * QUARTER).toISOString()
    const model = prepareStackedBars([point(0, { delivered: 5 }), point(1), point(2)], asOf, 'UTC')
    expect(model.bars.map((bar) => bar.running)).toEqual([false, true, false])
    expect(model.bars[1]).toMatchObject({ total: 0, segments: [] })
  })

  it('draws an empty series with an axis and without bars', () => {
    expect(prepareStackedBars([], point(0).at, 'UTC')).toMatchObject({ bars: [], xTicks: [] })
  })
})

describe('niceTicks', () => {
  it('ends at or above the greatest value, in round whole steps', () => {
    expect(niceTicks(0)).toEqual([0, 1])
    expect(niceTicks(1)).toEqual([0, 1])
    expect(niceTicks(495)).toEqual([0, 200, 400, 600])
    expect(niceTicks(3)).toEqual([0, 1, 2, 3])
    for (const max of [7, 10, 99, 1001, 18_204, 1e7]) {
      const ticks = niceTicks(max)
      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max)
      expect(ticks.length).toBeLessThanOrEqual(5)
    }
  })
})

describe('timeTicks', () => {
  const quarters = (from: string, n: number) => Array.from({ length: n }, (_, i) => Date.parse(from) + i * QUARTER)

  it('labels round times of the business zone, also where they are not round in UTC', () => {
    const starts = quarters('2026-07-01T00:00:00Z', 32)
    const labels = timeTicks(starts, starts[31]! + QUARTER, 'Asia/Kolkata').map((tick) => tick.label)
    expect(labels).toEqual(['06:00', '07:00', '08:00', '09:00', '10:00', '11:00', '12:00', '13:00'])
  })

  it('writes the date at midnight', () => {
    const starts = quarters('2026-07-01T20:00:00Z', 32)
    expect(timeTicks(starts, starts[31]! + QUARTER, 'UTC').map((tick) => tick.label)).toContain('2 Jul')
  })

  it('labels days in their middle and thins them out', () => {
    const days = Array.from({ length: 30 }, (_, i) => Date.parse('2026-06-01T00:00:00Z') + i * 86_400_000)
    const ticks = timeTicks(days, days[29]! + 86_400_000, 'UTC')
    expect(ticks.length).toBeLessThanOrEqual(9)
    expect(ticks[0]).toMatchObject({ label: 'Mon 1 Jun', x: 0.5 / 30 })
  })
})
