import { formatCompact } from '@/lib/format/number'
import { partToPercent } from './partToPercent'

/** Hairlines across the plot with their values at the left, behind the bars. */
export function ValueAxis({ ticks }: { ticks: { y: number; value: number }[] }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0">
      {ticks.map((tick) => (
        <div
          key={tick.value}
          className="absolute inset-x-0 flex items-center"
          style={{ top: partToPercent(1 - tick.y) }}
        >
          <span className="absolute w-10 text-ink-3 tabular-nums">{formatCompact(tick.value)}</span>
          <span className="absolute right-0 left-10 h-px bg-line" />
        </div>
      ))}
    </div>
  )
}
