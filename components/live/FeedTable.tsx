'use client'

import { useState } from 'react'
import type { FeedItem } from '@/lib/contracts/message'
import { FeedRow } from './FeedRow'
import { arrivingKeys } from './feedState'
import { feedKey } from './feedWords'

/** The rows of the feed; new ones slide in. */
export function FeedTable({ items }: { items: readonly FeedItem[] }) {
  const [shown, setShown] = useState({ items, arriving: arrivingKeys(items, []) })
  // The same receipts asked again are no news: a slide that has begun goes on.
  if (!sameRows(items, shown.items)) setShown({ items, arriving: arrivingKeys(items, shown.items) })
  return (
    <table className="table table-fixed text-sm">
      <caption className="sr-only">Newest receipts</caption>
      <colgroup>
        <col className="w-[84px] md:w-[130px]" />
        <col />
        <col className="w-[132px] md:w-[22%]" />
        <col className="max-md:hidden" />
        <col className="max-md:hidden" />
      </colgroup>
      <thead className="sr-only">
        <tr>
          <th>Arrived</th>
          <th>Says</th>
          <th>Recipient</th>
          <th>Carrier</th>
          <th>Connection</th>
        </tr>
      </thead>
      <tbody>
        {items.map((item) => (
          <FeedRow key={feedKey(item)} item={item} arriving={shown.arriving.has(feedKey(item))} />
        ))}
      </tbody>
    </table>
  )
}

function sameRows(a: readonly FeedItem[], b: readonly FeedItem[]): boolean {
  return a.length === b.length && a.every((item, i) => feedKey(item) === feedKey(b[i]!))
}
