'use client'

import Link from 'next/link'
import { totalOf } from '@/components/charts/prepareStackedBars'
import { useTimeZone } from '@/lib/client/BusinessZone'
import type { Series } from '@/lib/contracts/metrics'
import { formatCount } from '@/lib/format/number'
import { bucketWords } from './bucketWords'

/** The chart's numbers as a table, newest first; stretches in which nothing was sent are left out. */
export function SeriesTable({ series, href }: { series: Series; href: (from: string, to: string) => string }) {
  const timeZone = useTimeZone()
  const points = series.points.filter((point) => totalOf(point) > 0).reverse()
  return (
    // Focusable because it scrolls.
    <div className="-mx-4 -mb-4 h-[280px] overflow-y-auto" tabIndex={0} role="region" aria-label="Texts by time sent">
      <table className="table">
        <thead className="sticky top-0 bg-surface">
          <tr>
            <th>Sent</th>
            <th className="num">Delivered</th>
            <th className="num">Failed</th>
            <th className="num wide">Unconfirmed</th>
            <th className="num">Pending</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.at}>
              <td>
                <Link data-row href={href(point.at, point.until)} prefetch={false}>
                  {bucketWords(point, series.grain, timeZone)}
                </Link>
              </td>
              <td className="num">{formatCount(point.delivered)}</td>
              <td className="num">{formatCount(point.failed)}</td>
              <td className="num wide">{formatCount(point.unconfirmed)}</td>
              <td className="num">{formatCount(point.pending)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
