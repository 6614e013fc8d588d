'use client'

import Link from 'next/link'
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { formatCompact } from '@/lib/format/number'
import type { Bar, StackedBarsModel } from './prepareStackedBars'
import { nextBar } from './nextBar'
import { useDragRange } from './useDragRange'

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

const LEFT = 40
const FOOT = 26
const HEAD = 8
const FILL = { delivered: 'var(--delivered)', failed: 'var(--failed)', unconfirmed: 'var(--unconfirmed)' } as const

/** Stacked bars over time. One tab stop; arrow keys move, Enter opens the texts of a bar. Widths are percentages. */
export function StackedBars({ model, label, href, describe, reading, onZoom, height = 264 }: StackedBarsProps) {
  const hatch = useId()
  const [active, setActive] = useState<number | null>(null)
  const [stop, setStop] = useState(-1)
  const plot = useRef<SVGSVGElement>(null)
  const { bars } = model
  const drag = useDragRange(plot, bars.length, (first, last) => onZoom?.(bars[first]!, bars[last]!))
  const tabStop = stop >= 0 && stop < bars.length ? stop : bars.length - 1
  const shown = active === null ? undefined : bars[active]
  const y = (part: number) => `${(1 - part) * 100}%`

  const move = (event: KeyboardEvent) => {
    const next = nextBar(event.key, tabStop, bars.length)
    if (next === null) return
    event.preventDefault()
    setStop(next)
    plot.current?.querySelector<SVGElement>(`[data-bar="${next}"]`)?.focus()
  }
  return (
    <figure className="relative" aria-label={label} onKeyDown={move} onPointerLeave={() => setActive(null)}>
      <svg
        width="100%"
        height={height}
        className="block overflow-visible text-[11px]"
        {...(onZoom ? drag.handlers : {})}
      >
        <defs>
          <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="1.8" height="5" fill="var(--pending)" />
          </pattern>
        </defs>
        <svg y={HEAD} height={height - FOOT - HEAD} width="100%" className="overflow-visible" aria-hidden>
          {model.yTicks.map((tick) => (
            <g key={tick.value}>
              <line x1={LEFT} x2="100%" y1={y(tick.y)} y2={y(tick.y)} stroke="var(--line)" />
              <text x="0" y={y(tick.y)} dy="4" fill="var(--ink-3)">
                {formatCompact(tick.value)}
              </text>
            </g>
          ))}
        </svg>
        <g style={{ transform: `translate(${LEFT}px, ${HEAD}px)` }}>
          <svg
            ref={plot}
            style={{ width: `calc(100% - ${LEFT}px)` }}
            height={height - FOOT - HEAD}
            className="overflow-visible"
          >
            {drag.range && (
              <rect
                x={percent(drag.range[0] / bars.length)}
                width={percent((drag.range[1] + 1 - drag.range[0]) / bars.length)}
                height="100%"
                fill="var(--accent-wash)"
              />
            )}
            {bars.map((bar, i) => (
              <Link
                key={bar.point.at}
                data-bar={i}
                href={href(bar)}
                prefetch={false}
                draggable={false}
                tabIndex={i === tabStop ? 0 : -1}
                aria-label={describe(bar)}
                className="group/bar outline-none"
                onPointerEnter={() => setActive(i)}
                onFocus={() => (setActive(i), setStop(i))}
                onBlur={() => setActive(null)}
                onClick={(event) => drag.justDragged() && event.preventDefault()}
              >
                <rect
                  x={percent(i / bars.length)}
                  width={percent(1 / bars.length)}
                  height="100%"
                  fill="var(--sunken)"
                  className="stroke-accent opacity-0 group-hover/bar:opacity-70 group-focus-visible/bar:stroke-2 group-focus-visible/bar:opacity-100"
                />
                {bar.segments.map((segment) => (
                  <rect
                    key={segment.state}
                    x={percent((i + 0.08) / bars.length)}
                    width={percent(0.84 / bars.length)}
                    y={y(segment.high)}
                    // A single failure among thousands must still be seen.
                    style={{ height: `max(${percent(segment.high - segment.low)}, 1px)` }}
                    fill={segment.state === 'pending' ? `url(#${hatch})` : FILL[segment.state]}
                    opacity={bar.running && segment.state !== 'pending' ? 0.5 : 1}
                  />
                ))}
              </Link>
            ))}
            {model.xTicks.map((tick) => (
              <text
                key={tick.x}
                aria-hidden
                x={percent(tick.x)}
                y="100%"
                dy="19"
                fill="var(--ink-3)"
                textAnchor={tick.x < 0.02 ? 'start' : 'middle'}
                className={cn(!tick.major && 'max-sm:hidden')}
              >
                {tick.label}
              </text>
            ))}
          </svg>
        </g>
      </svg>
      {shown && active !== null && !drag.range && (
        <div
          className="pointer-events-none absolute top-0 z-10 w-max max-w-[230px] rounded-md border border-line-strong bg-surface px-3 py-2 text-sm"
          style={{
            left: `calc(${LEFT}px + (100% - ${LEFT}px) * ${(active + 0.5) / bars.length})`,
            // Left of the bar in the right half, right of it in the left half: never outside the sheet.
            transform: active >= bars.length / 2 ? 'translateX(calc(-100% - 10px))' : 'translateX(10px)',
          }}
        >
          {reading(shown)}
        </div>
      )}
    </figure>
  )
}

function percent(part: number): string {
  return `${(part * 100).toFixed(3)}%`
}
