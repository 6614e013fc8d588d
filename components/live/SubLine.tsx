'use client'

import { Explain } from '@/components/ui/Explain'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { Summary } from '@/lib/contracts/metrics'
import { formatCount } from '@/lib/format/number'
import { formatPercent, percentFigure } from '@/lib/format/percent'
import { formatTime, formatZone } from '@/lib/format/time'
import { INTERVAL_MEANING, RATE_MEANING } from './meanings'

/** What the opening sentence is based on: n, interval, as of when, in which zone. */
export function SubLine({ summary }: { summary: Summary }) {
  const timeZone = useTimeZone()
  const { counts, rate, asOf } = summary
  return (
    <p>
      {rate && (
        <>
          <Explain text={RATE_MEANING}>
            {formatCount(counts.delivered)} of {formatCount(rate.n)} settled
          </Explain>
          {' · '}
          <Explain text={`${INTERVAL_MEANING} n = ${formatCount(rate.n)}.`}>
            between {percentFigure(rate.low)} and {formatPercent(rate.high)}
          </Explain>
          {' · '}
        </>
      )}
      as of <time dateTime={asOf}>{formatTime(asOf, timeZone)}</time> · {formatZone(timeZone, new Date(asOf))}
    </p>
  )
}
