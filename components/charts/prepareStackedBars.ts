import type { StateCounts } from '@/lib/contracts/metrics'
import { STATES, type State } from '@/lib/status/state'
import { niceTicks } from './niceTicks'
import { type TimeTick, timeTicks } from './timeTicks'

export interface SeriesPoint extends StateCounts {
  at: string
  until: string
}

export interface BarSegment {
  state: State
  count: number
  /** Bottom and top as parts of the height of the chart, 0 at the foot. */
  low: number
  high: number
}

export interface Bar {
  point: SeriesPoint
  total: number
  /** Still running when the figures were taken: drawn pale, it will grow. */
  running: boolean
  segments: BarSegment[]
}

export interface StackedBarsModel {
  bars: Bar[]
  yTicks: { y: number; value: number }[]
  xTicks: TimeTick[]
}

/** Everything that the drawing of stacked bars needs, in parts of its width and height. No text in it is measured. */
export function prepareStackedBars(points: readonly SeriesPoint[], asOf: string, timeZone: string): StackedBarsModel {
  const totals = points.map(totalOf)
  const ticks = niceTicks(Math.max(0, ...totals))
  const top = ticks[ticks.length - 1]!
  const taken = Date.parse(asOf)
  return {
    bars: points.map((point, i) => ({
      point,
      total: totals[i]!,
      running: Date.parse(point.at) <= taken && taken < Date.parse(point.until),
      segments: stack(point, top),
    })),
    yTicks: ticks.map((value) => ({ y: value / top, value })),
    xTicks: timeTicks(
      points.map((point) => Date.parse(point.at)),
      Date.parse(points[points.length - 1]?.until ?? asOf),
      timeZone,
    ),
  }
}

/** All texts of a point, whatever their state. */
export function totalOf(counts: StateCounts): number {
  return STATES.reduce((sum, state) => sum + counts[state], 0)
}

function stack(counts: StateCounts, top: number): BarSegment[] {
  let low = 0
  return STATES.flatMap((state) => {
    const count = counts[state]
    if (count === 0) return []
    const segment = { state, count, low: low / top, high: (low + count) / top }
    low += count
    return [segment]
  })
}
