'use client'

import { useCountUp } from './useCountUp'
import { formatCount } from '@/lib/format/number'

/** A count that runs to its new value instead of jumping. Screen readers meet the true value only. */
export function CountUp({ value }: { value: number }) {
  const shown = useCountUp(value)
  return (
    <span className="tabular-nums">
      <span aria-hidden>{formatCount(shown)}</span>
      <span className="sr-only">{formatCount(value)}</span>
    </span>
  )
}
