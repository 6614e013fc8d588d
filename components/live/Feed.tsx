'use client'

import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { plural } from '@/lib/format/number'
import { FeedRow } from './FeedRow'
import { feedKey } from './feedWords'
import { useFeed } from './useFeed'

/** More new rows than this at once do not slide in: it would flicker. */
const CALM_ROWS = 4

/** The newest receipts. Rows come in at the top only while neither pointer nor focus is here. */
export function Feed() {
  const [pointer, setPointer] = useState(false)
  const [focus, setFocus] = useState(false)
  const { query, items, waiting, release, perMinute } = useFeed(pointer || focus)
  const known = useRef<ReadonlySet<string> | null>(null)
  const fresh = items.map(feedKey).filter((key) => known.current && !known.current.has(key))
  useEffect(() => {
    known.current = new Set(items.map(feedKey))
  }, [items])
  const slide = fresh.length <= CALM_ROWS
  return (
    <div
      onPointerEnter={(event) => event.pointerType === 'mouse' && setPointer(true)}
      onPointerLeave={() => setPointer(false)}
      onFocus={() => setFocus(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setFocus(false)}
    >
      <Card
        flush
        title="Arriving now"
        note={
          <>
            newest receipts of all connections
            {perMinute !== null && ` · ${plural(perMinute, 'receipt')} in the last minute`}
          </>
        }
        action={
          waiting > 0 && (
            <Button size="small" className="-my-1 text-accent" onClick={release}>
              {waiting > 999 ? 'Over 999 new' : `${waiting} new`}
            </Button>
          )
        }
      >
        <ProblemNotice className="mx-4 mb-4" error={query.data ? null : query.error} onRetry={() => query.refetch()} />
        {items.length === 0 && query.data && <p className="px-4 pt-1 pb-4 text-ink-3">Nothing has arrived yet.</p>}
        {items.length > 0 && (
          <table className="table table-fixed text-sm">
            <caption className="sr-only">Newest receipts</caption>
            <colgroup>
              <col className="w-[104px] md:w-[130px]" />
              <col />
              <col className="w-[128px] md:w-[22%]" />
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
                <FeedRow key={feedKey(item)} item={item} arriving={slide && fresh.includes(feedKey(item))} />
              ))}
            </tbody>
          </table>
        )}
      </Card>
    </div>
  )
}
