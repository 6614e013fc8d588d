'use client'

import { type KeyboardEvent, type ReactNode, useRef, useState } from 'react'
import { BarColumn } from './BarColumn'
import { ChartReading } from './ChartReading'
import { nextBar } from './nextBar'
import { partToPercent } from './partToPercent'
import type { Bar, StackedBarsModel } from './prepareStackedBars'
import { TimeAxis } from './TimeAxis'
import { useDragRange } from './useDragRange'
import { ValueAxis } from './ValueAxis'

interface StackedBarsProps {
  model: StackedBarsModel
  /** What the chart is, for screen readers. */
  label: string
  /** Where a click on a bar leads. */
  href: (bar: Bar) => string
  /** The words of one bar, as a name. */
  describe: (bar: Bar) => string
  /** What is shown about the bar under the pointer or the focus. */
  reading: (bar: Bar) => ReactNode
  /** Called with the first and last bar when somebody drags over several. */
  onZoom?: (first: Bar, last: Bar) => void
  height?: number
}

/** Stacked bars over time. One tab stop; arrow keys move, Enter opens the texts of a bar. All widths are percentages. */
export function StackedBars({ model, label, href, describe, reading, onZoom, height = 250 }: StackedBarsProps) {
  const [active, setActive] = useState<number | null>(null)
  const [stop, setStop] = useState<number | null>(null)
  const plot = useRef<SVGSVGElement>(null)
  const { bars } = model
  const drag = useDragRange(plot, bars.length, (first, last) => onZoom?.(bars[first]!, bars[last]!))
  const tabStop = Math.min(stop ?? Infinity, bars.length - 1)
  const shown = active === null || drag.range ? undefined : bars[active]

  const move = (event: KeyboardEvent) => {
    const next = nextBar(event.key, tabStop, bars.length)
    if (next === null) return
    event.preventDefault()
    plot.current?.querySelector<SVGElement>(`[data-bar="${next}"]`)?.focus()
  }
  return (
    <figure aria-label={label} onKeyDown={move} onPointerLeave={() => setActive(null)} className="pt-2 text-[11px]">
      <div className="relative pl-10" {...(onZoom ? drag.handlers : {})}>
        <ValueAxis ticks={model.yTicks} />
        <svg ref={plot} width="100%" height={height} className="relative block overflow-visible">
          {drag.range && (
            <rect
              x={partToPercent(drag.range[0] / bars.length)}
              width={partToPercent((drag.range[1] + 1 - drag.range[0]) / bars.length)}
              height="100%"
              className="fill-accent-wash"
            />
          )}
          {bars.map((bar, i) => (
            <BarColumn
              key={bar.point.at}
              bar={bar}
              index={i}
              count={bars.length}
              href={href(bar)}
              name={describe(bar)}
              tabStop={i === tabStop}
              onEnter={() => setActive(i)}
              onFocus={() => (setActive(i), setStop(i))}
              onBlur={() => setActive(null)}
              cancelClick={drag.justDragged}
            />
          ))}
        </svg>
        {shown && active !== null && <ChartReading place={(active + 0.5) / bars.length}>{reading(shown)}</ChartReading>}
      </div>
      <TimeAxis ticks={model.xTicks} />
    </figure>
  )
}
