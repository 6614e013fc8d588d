import type { ReactNode } from 'react'
import { partToPercent } from './partToPercent'

/** The reading beside a bar: at its right in the left half, at its left in the right half, never outside the sheet. */
export function ChartReading({ place, children }: { place: number; children: ReactNode }) {
  return (
    <div aria-hidden className="pointer-events-none absolute inset-y-0 right-0 left-10 z-10">
      <div
        className="absolute top-0 w-max max-w-[230px] rounded-md border border-line-strong bg-surface px-3 py-2 text-sm"
        style={{
          left: partToPercent(place),
          transform: place >= 0.5 ? 'translateX(calc(-100% - 12px))' : 'translateX(12px)',
        }}
      >
        {children}
      </div>
    </div>
  )
}
