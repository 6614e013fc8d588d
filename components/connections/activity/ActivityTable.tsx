'use client'

import { useTimeZone } from '@/lib/client/BusinessZone'
import type { ActivitySeries } from '@/lib/contracts/activity'
import { formatCount } from '@/lib/format/number'
import { delayFigures } from '../activityWords'
import { activityPointWords } from './activityPointWords'

/** The charts' numbers as a table, newest first; stretches in which nothing came are left out. */
export function ActivityTable({ series }: { series: ActivitySeries }) {
  const timeZone = useTimeZone()
  const points = series.points.filter((point) => point.callbacks + point.refused > 0).reverse()
  return (
    // Focusable because it scrolls.
    <div className="-mx-4 h-[320px] overflow-y-auto" tabIndex={0} role="region" aria-label="Callbacks over time">
      <table className="table">
        <thead className="sticky top-0 bg-surface">
          <tr>
            <th>When</th>
            <th className="num">Callbacks</th>
            <th className="num wide">Receipts</th>
            <th className="num wide">Known before</th>
            <th className="num">Refused</th>
            <th className="num wide">Quarantined</th>
            <th className="num">Delay</th>
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.at}>
              <td>{activityPointWords(point, timeZone)}</td>
              <td className="num">{formatCount(point.callbacks)}</td>
              <td className="num wide">{formatCount(point.receipts)}</td>
              <td className="num wide">{formatCount(point.duplicates)}</td>
              <td className="num">{formatCount(point.refused)}</td>
              <td className="num wide">{formatCount(point.quarantined)}</td>
              <td className="num">{delayFigures(point)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
