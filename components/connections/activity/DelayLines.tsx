'use client'

import { useMemo } from 'react'
import { partToPercent } from '@/components/charts/partToPercent'
import { TimeAxis } from '@/components/charts/TimeAxis'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { ActivitySeries } from '@/lib/contracts/activity'
import { activityTicks } from './prepareCallbackBars'
import { type DelayDot, prepareDelays } from './prepareDelays'

/** The drawing's own units; it is stretched to the width that there is. */
const WIDTH = 1000
const HEIGHT = 100

/** Time from event to arrival: half arrive below the line, 95 of 100 within the band above it. */
export function DelayLines({ series, height = 120 }: { series: ActivitySeries; height?: number }) {
  const timeZone = useTimeZone()
  const model = useMemo(() => prepareDelays(series.points), [series])
  const ticks = useMemo(() => activityTicks(series.points, series.asOf, timeZone), [series, timeZone])
  if (!model) return <p className="py-3 text-ink-3">No receipt of this range says when its event happened.</p>
  return (
    <figure
      aria-label="Time from event to arrival: the middle one, and what 95 of 100 stay below. The table shows the same numbers."
      className="pt-2 text-[11px]"
    >
      <div className="relative pl-10">
        <div aria-hidden className="pointer-events-none absolute inset-0">
          {model.yTicks.map(({ y, label }) => (
            <div key={label} className="absolute inset-x-0 flex items-center" style={{ top: partToPercent(1 - y) }}>
              <span className="absolute w-10 text-ink-3">{label}</span>
              <span className="absolute right-0 left-10 h-px bg-line" />
            </div>
          ))}
        </div>
        <svg
          aria-hidden
          width="100%"
          height={height}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="relative block overflow-visible"
        >
          {model.runs.map((run) => (
            <Run key={run[0]?.x} run={run} step={1 / series.points.length} />
          ))}
        </svg>
      </div>
      <TimeAxis ticks={ticks} />
    </figure>
  )
}

/** One stretch without a gap; a lone point is drawn as wide as its bar. */
function Run({ run, step }: { run: readonly DelayDot[]; step: number }) {
  const [only] = run
  const dots = run.length === 1 && only ? [only, { ...only, x: only.x + step / 2 }] : run
  const at = (x: number, y: number) => `${(x * WIDTH).toFixed(1)},${((1 - y) * HEIGHT).toFixed(1)}`
  const middle = dots.map(({ x, p50 }) => at(x, p50))
  const upper = dots.map(({ x, p95 }) => at(x, p95))
  return (
    <>
      <polygon points={[...middle, ...[...upper].reverse()].join(' ')} className="fill-delivered opacity-15" />
      <polyline points={upper.join(' ')} className="fill-none stroke-delivered/60" vectorEffect="non-scaling-stroke" />
      <polyline
        points={middle.join(' ')}
        className="fill-none stroke-delivered"
        strokeWidth="2"
        vectorEffect="non-scaling-stroke"
      />
    </>
  )
}
