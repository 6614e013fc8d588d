'use client'

import { Check, TriangleAlert } from 'lucide-react'
import { cn } from '@/components/ui/cn'
import type { PreviewedCallback } from '@/lib/contracts/mappingApi'
import { plural } from '@/lib/format/number'
import { ReceiptFacts } from './ReceiptFacts'

/** What the mapping makes of one callback: whether its sender is proved, its receipts, and what cannot be read. */
export function MadeOfIt({ callback }: { callback: PreviewedCallback }) {
  const { receipts, receiptCount, unreadable, unreadableCount, ignored } = callback
  return (
    <div className="grid gap-3">
      <Verdict callback={callback} />
      {receipts.length > 0 && (
        <ul className="grid gap-2" aria-label="Receipts that it would give">
          {receipts.map((receipt, index) => (
            <li key={index} className="rounded-sm border border-line px-3 py-2">
              <ReceiptFacts receipt={receipt} />
            </li>
          ))}
          {receiptCount > receipts.length && <li className="text-ink-3">and {receiptCount - receipts.length} more</li>}
        </ul>
      )}
      {unreadable.length > 0 && (
        <ul className="grid gap-1.5" aria-label="What cannot be read">
          {unreadable.map(({ item, reason }, index) => (
            <li key={index} className="flex items-baseline gap-2 text-failed">
              <TriangleAlert size={14} aria-hidden className="shrink-0 self-center" />
              <span>
                {unreadableCount > 1 && `Entry ${item + 1}: `}
                {reason}
              </span>
            </li>
          ))}
        </ul>
      )}
      {ignored !== null && <p className="text-ink-2">Nothing to do: {ignored}</p>}
      <p className="text-sm text-ink-3">
        {plural(receiptCount, 'receipt')}
        {unreadableCount > 0 && `, ${unreadableCount} that ${unreadableCount === 1 ? 'waits' : 'wait'} for a person`}
      </p>
    </div>
  )
}

function Verdict({ callback: { verdict, id } }: { callback: PreviewedCallback }) {
  // A pasted sample is old by nature: that its signature fits is what counts.
  const isOld = id === null && verdict.code === 'timestamp_stale'
  const fits = verdict.ok || isOld
  return (
    <p
      className={cn(
        'flex items-start gap-2 rounded-sm px-3 py-2',
        fits ? 'bg-delivered-wash text-delivered' : 'bg-failed-wash text-failed',
      )}
    >
      {fits ? (
        <Check size={16} aria-hidden className="mt-0.5 shrink-0" />
      ) : (
        <TriangleAlert size={16} aria-hidden className="mt-0.5 shrink-0" />
      )}
      <span>
        {verdict.ok && 'Verified: the sender is proved.'}
        {isOld && 'Verified: the signature fits. It is an old sample; live callbacks must be recent.'}
        {!fits && (
          <>
            <span className="font-semibold">Would be refused.</span> {verdict.reason}
          </>
        )}
      </span>
    </p>
  )
}
