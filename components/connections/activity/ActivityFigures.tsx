'use client'

import Link from 'next/link'
import type { ReactNode } from 'react'
import { Explain } from '@/components/ui/Explain'
import type { ActivityRange, ActivitySeries } from '@/lib/contracts/activity'
import { formatCount, plural } from '@/lib/format/number'
import { delayFigures, delayMeaning, duplicateShare } from '../activityWords'

const WHEN: Record<ActivityRange, string> = {
  hour: 'of the last hour',
  day: 'of the last 24 hours',
  week: 'of the last 7 days',
}

/** The figures of a range; what needs explaining explains itself. */
export function ActivityFigures({
  series: { total, range },
  connection,
}: {
  series: ActivitySeries
  connection: string
}) {
  const when = WHEN[range]
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 pb-1">
      <Figure name="Accepted">{formatCount(total.callbacks)}</Figure>
      <Figure name="Receipts">{formatCount(total.receipts)}</Figure>
      <Figure name="Refused">
        {total.refused === 0 ? (
          '0'
        ) : (
          <Link className="link text-failed" href={`/callbacks?outcome=refused&connection=${connection}`}>
            {formatCount(total.refused)}
          </Link>
        )}
      </Figure>
      <Figure name="To quarantine">
        {total.quarantined === 0 ? (
          '0'
        ) : (
          <Link className="link" href={`/callbacks?quarantined=all&connection=${connection}`}>
            {formatCount(total.quarantined)}
          </Link>
        )}
      </Figure>
      <Figure name="Duplicates">
        <Explain
          text={`${plural(total.duplicates, 'receipt')} of the ${formatCount(total.receipts)} ${when} had been stored before: the provider sent them again. They change nothing.`}
        >
          {duplicateShare(total)}
        </Explain>
      </Figure>
      <Figure name="Delay, p50 · p95">
        <Explain text={delayMeaning(total, when)}>{delayFigures(total)}</Explain>
      </Figure>
    </dl>
  )
}

function Figure({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-ink-3">{name}</dt>
      <dd className="text-lg font-semibold tabular-nums">{children}</dd>
    </div>
  )
}
