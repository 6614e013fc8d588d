'use client'

import { useTimeZone } from '@/lib/client/BusinessZone'
import { formatTime, formatZone, type TimePrecision } from '@/lib/format/time'
import { cn } from './cn'

/** A moment in the business time zone. Hovering shows day, zone and UTC. */
export function Time({
  at,
  precision = 'second',
  className,
}: {
  at: string
  precision?: TimePrecision
  className?: string
}) {
  const timeZone = useTimeZone()
  return (
    <time
      dateTime={at}
      title={`${formatTime(at, timeZone, 'full')} (${formatZone(timeZone, new Date(at))})\n${at} UTC`}
      className={cn('tabular-nums whitespace-nowrap', className)}
    >
      {formatTime(at, timeZone, precision)}
    </time>
  )
}
