import { niceTicks } from '@/components/charts/niceTicks'
import { type TimeTick, timeTicks } from '@/components/charts/timeTicks'
import type { ActivityPoint, ActivitySeries } from '@/lib/contracts/activity'

export interface CallbackBar {
  point: ActivityPoint
  /** Heights as parts of the plot: accepted from the foot, refused on top of it. */
  accepted: number
  refused: number
  running: boolean
}

export interface CallbackBarsModel {
  bars: CallbackBar[]
  yTicks: { y: number; value: number }[]
  xTicks: TimeTick[]
}

/** Everything that the drawing of callbacks over time needs, in parts of its width and height. */
export function prepareCallbackBars({ points, asOf }: ActivitySeries, timeZone: string): CallbackBarsModel {
  const ticks = niceTicks(Math.max(0, ...points.map((point) => point.callbacks + point.refused)))
  const top = ticks[ticks.length - 1] ?? 1
  const taken = Date.parse(asOf)
  return {
    bars: points.map((point) => ({
      point,
      accepted: point.callbacks / top,
      refused: point.refused / top,
      running: Date.parse(point.until) > taken,
    })),
    yTicks: ticks.map((value) => ({ y: value / top, value })),
    xTicks: activityTicks(points, asOf, timeZone),
  }
}

/** The time axis of a series, shared by its charts. */
export function activityTicks(points: readonly ActivityPoint[], asOf: string, timeZone: string): TimeTick[] {
  return timeTicks(
    points.map((point) => Date.parse(point.at)),
    Date.parse(points[points.length - 1]?.until ?? asOf),
    timeZone,
  )
}
