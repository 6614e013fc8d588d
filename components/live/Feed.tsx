'use client'

import type { FocusEvent } from 'react'
import { Button } from '@/components/ui/Button'
import { Card } from '@/components/ui/Card'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { plural } from '@/lib/format/number'
import { FeedTable } from './FeedTable'
import { useArrivalRate } from './useArrivalRate'
import { useFeed } from './useFeed'

/** The newest receipts. Rows come in at the top only while neither pointer nor focus is here. */
export function Feed() {
  const { query, items, waiting, hold, catchUp, letGo } = useFeed()
  const perMinute = useArrivalRate()
  return (
    <div
      onPointerEnter={(event) => event.pointerType === 'mouse' && hold()}
      onPointerLeave={(event) => !event.currentTarget.contains(document.activeElement) && letGo()}
      onFocus={hold}
      onBlur={(event) => !event.currentTarget.matches(':hover') && leaves(event) && letGo()}
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
            <Button size="small" className="-my-1 text-accent" onClick={catchUp}>
              {waiting > 999 ? 'Over 999 new' : `${waiting} new`}
            </Button>
          )
        }
      >
        <ProblemNotice
          className="mx-4 mb-4"
          error={query.data ? null : query.error}
          onRetry={() => void query.refetch()}
        />
        {items.length === 0 && query.data && <p className="px-4 pt-1 pb-4 text-ink-3">Nothing has arrived yet.</p>}
        {items.length > 0 && <FeedTable items={items} />}
      </Card>
    </div>
  )
}

function leaves(event: FocusEvent): boolean {
  return !event.currentTarget.contains(event.relatedTarget)
}
