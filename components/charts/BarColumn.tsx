import Link from 'next/link'
import { useId } from 'react'
import { partToPercent } from './partToPercent'
import type { Bar } from './prepareStackedBars'

interface BarColumnProps {
  bar: Bar
  index: number
  /** How many bars share the width. */
  count: number
  href: string
  name: string
  tabStop: boolean
  onEnter: () => void
  onFocus: () => void
  onBlur: () => void
  /** True when the click ends a drag and must not navigate. */
  cancelClick: () => boolean
}

const FILL = { delivered: 'var(--delivered)', failed: 'var(--failed)', unconfirmed: 'var(--unconfirmed)' } as const

/** One bar with the column around it: a link over the full height, so that small bars can be hit. */
export function BarColumn({
  bar,
  index,
  count,
  href,
  name,
  tabStop,
  onEnter,
  onFocus,
  onBlur,
  cancelClick,
}: BarColumnProps) {
  const hatch = useId()
  return (
    <Link
      data-bar={index}
      href={href}
      prefetch={false}
      draggable={false}
      tabIndex={tabStop ? 0 : -1}
      aria-label={name}
      className="group/bar outline-none"
      onPointerEnter={onEnter}
      onFocus={onFocus}
      onBlur={onBlur}
      onClick={(event) => cancelClick() && event.preventDefault()}
    >
      <rect
        x={partToPercent(index / count)}
        width={partToPercent(1 / count)}
        height="100%"
        className="fill-ink stroke-accent opacity-0 group-hover/bar:opacity-[0.06] group-focus-visible/bar:fill-accent-wash group-focus-visible/bar:stroke-2 group-focus-visible/bar:opacity-100"
      />
      {bar.segments.map((segment) => (
        <rect
          key={segment.state}
          x={partToPercent((index + 0.08) / count)}
          width={partToPercent(0.84 / count)}
          y={partToPercent(1 - segment.high)}
          // A single failure among thousands must still be seen.
          style={{ height: `max(${partToPercent(segment.high - segment.low)}, 1px)` }}
          fill={segment.state === 'pending' ? `url(#${hatch})` : FILL[segment.state]}
          opacity={bar.running && segment.state !== 'pending' ? 0.5 : 1}
        />
      ))}
      {bar.segments.some((segment) => segment.state === 'pending') && (
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect width="1.8" height="5" fill="var(--pending)" />
        </pattern>
      )}
    </Link>
  )
}
