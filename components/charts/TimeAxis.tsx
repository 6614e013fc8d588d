import { cn } from '@/components/ui/cn'
import { partToPercent } from './partToPercent'
import type { TimeTick } from './timeTicks'

/** Times under the plot; on a phone every other one. */
export function TimeAxis({ ticks }: { ticks: TimeTick[] }) {
  return (
    <div aria-hidden className="relative mt-1.5 ml-10 h-4 text-ink-3">
      {ticks.map((tick) => (
        <span
          key={tick.x}
          className={cn(
            'absolute whitespace-nowrap',
            tick.x > 0.03 && '-translate-x-1/2',
            !tick.major && 'max-sm:hidden',
          )}
          style={{ left: partToPercent(tick.x) }}
        >
          {tick.label}
        </span>
      ))}
    </div>
  )
}
