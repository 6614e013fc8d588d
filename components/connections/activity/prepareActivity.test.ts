import { describe, expect, it } from 'vitest'
import type { ActivityPoint } from '@/lib/contracts/activity'
import { exampleActivity } from '../exampleConnection.fixture'
import { prepareCallbackBars } from './prepareCallbackBars'
import { prepareDelays } from './prepareDelays'

const START = Date.parse('2026-11-24T13:00:00Z')
const at = (minute: number) => new Date(START + minute * 60_000).toISOString()

function point(minute: number, callbacks: number, refused = 0, delay: [number, number] | null = null): ActivityPoint {
  const delays = { known: delay ? 10 : 0, clockAhead: 0, p50: delay?.[0] ?? null, p95: delay?.[1] ?? null }
  return { ...exampleActivity({ callbacks, refused, delays }).hour, at: at(minute), until: at(minute + 1) }
}

describe('prepareCallbackBars', () => {
  it('stacks what was refused on what was accepted, up to a round mark', () => {
    const points = [point(0, 30, 10), point(1, 0), point(2, 5)]
    const model = prepareCallbackBars(
      { asOf: at(2.5), range: 'hour', total: exampleActivity().hour, points },
      'Europe/London',
    )
    const top = model.yTicks.at(-1)?.value ?? 0
    expect(top).toBeGreaterThanOrEqual(40)
    expect(model.bars.map(({ accepted, refused, running }) => [accepted * top, refused * top, running])).toEqual([
      [30, 10, false],
      [0, 0, false],
      [5, 0, true],
    ])
  })
})

describe('prepareDelays', () => {
  it('draws a gap where no time is known, and p95 never below p50', () => {
    const points = [point(0, 1, 0, [900, 4_000]), point(1, 1), point(2, 1, 0, [1_000, 70_000])]
    const model = prepareDelays(points)
    expect(model?.runs.map((run) => run.length)).toEqual([1, 1])
    for (const dot of model?.runs.flat() ?? []) expect(dot.p95).toBeGreaterThan(dot.p50)
    expect(model?.yTicks.map(({ label }) => label)).toEqual(['0.1 s', '1 s', '10 s', '1 min', '10 min'])
  })

  it('stays on its sheet at the ends of the scale', () => {
    for (const delay of [
      [0, 20],
      [8 * 86_400_000, 9 * 86_400_000],
      [100, 100],
    ] as [number, number][]) {
      const model = prepareDelays([point(0, 1, 0, delay)])
      expect(model?.yTicks.length).toBeGreaterThanOrEqual(2)
      for (const dot of model?.runs.flat() ?? [])
        for (const y of [dot.p50, dot.p95]) expect(y >= 0 && y <= 1).toBe(true)
    }
  })

  it('is nothing without a time', () => expect(prepareDelays([point(0, 5)])).toBeNull())
})
