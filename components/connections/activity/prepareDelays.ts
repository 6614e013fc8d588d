import type { ActivityPoint } from '@/lib/contracts/activity'

export interface DelayDot {
  /** Place along the axis and heights of the two figures, as parts of the plot. */
  x: number
  p50: number
  p95: number
}

export interface DelayModel {
  /** Stretches without a gap: a point without a time is no point. */
  runs: DelayDot[][]
  yTicks: { y: number; label: string }[]
}

const MARKS: readonly (readonly [number, string])[] = [
  [100, '0.1 s'],
  [1_000, '1 s'],
  [10_000, '10 s'],
  [60_000, '1 min'],
  [600_000, '10 min'],
  [3_600_000, '1 h'],
  [36_000_000, '10 h'],
  [86_400_000, '1 day'],
  [7 * 86_400_000, '7 days'],
]

/** Delays over time on a scale of powers: seconds and hours fit on one sheet. Null when no point has any. */
export function prepareDelays(points: readonly ActivityPoint[]): DelayModel | null {
  const values = points.flatMap(({ delays: { p50, p95 } }) => (p50 === null || p95 === null ? [] : [p50, p95]))
  if (values.length === 0) return null
  const [low, high] = scaleOf(Math.min(...values), Math.max(...values))
  const place = (value: number) =>
    Math.min(1, Math.max(0, (Math.log(Math.max(value, 1)) - Math.log(low)) / (Math.log(high) - Math.log(low))))
  return {
    runs: runsOf(points, place),
    yTicks: MARKS.filter(([value]) => value >= low && value <= high).map(([value, label]) => ({
      y: place(value),
      label,
    })),
  }
}

/** From the mark below the smallest to the mark above the greatest, two marks at least. */
function scaleOf(min: number, max: number): [number, number] {
  const last = MARKS.length - 1
  const under = MARKS.findLastIndex(([value]) => value <= min)
  const below = Math.min(Math.max(under, 0), last - 1)
  const above = MARKS.findIndex(([value]) => value >= max)
  const top = Math.max(above === -1 ? last : above, below + 1)
  return [MARKS[below]?.[0] ?? 100, MARKS[top]?.[0] ?? 1_000]
}

function runsOf(points: readonly ActivityPoint[], place: (value: number) => number): DelayDot[][] {
  const runs: DelayDot[][] = []
  let run: DelayDot[] | null = null
  for (const [index, { delays }] of points.entries()) {
    if (delays.p50 === null || delays.p95 === null) {
      run = null
      continue
    }
    if (!run) runs.push((run = []))
    run.push({ x: (index + 0.5) / points.length, p50: place(delays.p50), p95: place(delays.p95) })
  }
  return runs
}
