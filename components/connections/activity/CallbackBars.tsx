'use client'

import { type PointerEvent, useMemo, useState } from 'react'
import { ChartReading } from '@/components/charts/ChartReading'
import { partToPercent } from '@/components/charts/partToPercent'
import { TimeAxis } from '@/components/charts/TimeAxis'
import { ValueAxis } from '@/components/charts/ValueAxis'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { ActivitySeries } from '@/lib/contracts/activity'
import { plural } from '@/lib/format/number'
import { activityPointWords } from './activityPointWords'
import { type CallbackBar, prepareCallbackBars } from './prepareCallbackBars'

/** Callbacks over time, accepted and refused. The pointer reads a bar; the table has the same numbers for the keyboard. */
export function CallbackBars({ series, height = 150 }: { series: ActivitySeries; height?: number }) {
  const timeZone = useTimeZone()
  const model = useMemo(() => prepareCallbackBars(series, timeZone), [series, timeZone])
  const [active, setActive] = useState<number | null>(null)
  const { bars } = model
  const follow = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const index = Math.floor(((event.clientX - box.left) / box.width) * bars.length)
    setActive(Math.min(Math.max(index, 0), bars.length - 1))
  }
  const shown = active === null ? undefined : bars[active]
  return (
    <figure
      aria-label="Callbacks over time, accepted and refused. The table shows the same numbers."
      className="pt-2 text-[11px]"
    >
      <div className="relative pl-10">
        <ValueAxis ticks={model.yTicks} />
        <svg
          aria-hidden
          width="100%"
          height={height}
          className="relative block"
          onPointerMove={follow}
          onPointerLeave={() => setActive(null)}
        >
          <rect width="100%" height="100%" fill="transparent" />
          {bars.map((bar, index) => (
            <Bar key={bar.point.at} bar={bar} index={index} count={bars.length} active={index === active} />
          ))}
        </svg>
        {shown && active !== null && (
          <ChartReading place={(active + 0.5) / bars.length}>
            <div className="tabular-nums">
              <p className="text-ink-3">{activityPointWords(shown.point, timeZone)}</p>
              <p className="font-semibold">{plural(shown.point.callbacks, 'callback')}</p>
              <p>{plural(shown.point.receipts, 'receipt')}</p>
              {shown.point.refused > 0 && <p className="text-failed">{plural(shown.point.refused, 'refusal')}</p>}
              {shown.running && <p className="text-xs text-ink-3">Still running: it will grow.</p>}
            </div>
          </ChartReading>
        )}
      </div>
      <TimeAxis ticks={model.xTicks} />
    </figure>
  )
}

function Bar({ bar, index, count, active }: { bar: CallbackBar; index: number; count: number; active: boolean }) {
  const place = { x: partToPercent((index + 0.1) / count), width: partToPercent(0.8 / count) }
  const rect = (from: number, part: number, fill: string) =>
    part > 0 && (
      <rect
        {...place}
        y={partToPercent(1 - from - part)}
        // A single refusal among thousands must still be seen.
        style={{ height: `max(${partToPercent(part)}, 1px)` }}
        fill={fill}
      />
    )
  return (
    <g opacity={bar.running ? 0.5 : active ? 0.75 : 1}>
      {rect(0, bar.accepted, 'var(--delivered)')}
      {rect(bar.accepted, bar.refused, 'var(--failed)')}
    </g>
  )
}
