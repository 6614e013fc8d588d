'use client'

import Link from 'next/link'
import { Card } from '@/components/ui/Card'
import { cn } from '@/components/ui/cn'
import { Explain } from '@/components/ui/Explain'
import { Pill } from '@/components/ui/Pill'
import { StateMark } from '@/components/ui/StateMark'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import { Time } from '@/components/ui/Time'
import { codesHref } from '@/lib/client/codesHref'
import type { MessageDetail, Receipt } from '@/lib/contracts/message'
import { buildTimeline, type TimelineEntry } from './buildTimeline'
import { duplicateWords, lagWords } from './timelineWords'

const GRID =
  'grid gap-x-4 gap-y-1 px-4 md:grid-cols-[minmax(0,1fr)_104px_104px_minmax(110px,0.34fr)_64px] max-md:grid-cols-[1fr_1fr]'

/** The receipts of a message in the order of their arrival, with both clocks side by side. */
export function MessageTimeline({ message }: { message: MessageDetail }) {
  const entries = buildTimeline(message)
  return (
    <Card title="What the provider told us" note="in the order of arrival" flush>
      <div role="table" aria-label="Receipts in the order of arrival">
        <div
          role="row"
          className={cn(GRID, 'border-b border-line py-1.5 text-xs font-medium text-ink-3 max-md:sr-only')}
        >
          <span role="columnheader">Receipt</span>
          <span role="columnheader">Provider’s clock</span>
          <span role="columnheader">Our clock</span>
          <span role="columnheader">
            <Explain text="Arrival here minus the time that the provider wrote into the receipt. It contains the way through the network, the provider’s own delay, and any difference between the two clocks.">
              Difference
            </Explain>
          </span>
          <span role="columnheader" className="sr-only">
            Raw callback
          </span>
        </div>
        {entries.map((entry) => (
          <Entry key={entry.receipt.fingerprint} entry={entry} adapter={message.connection.adapter} />
        ))}
      </div>
    </Card>
  )
}

function Entry({ entry, adapter }: { entry: TimelineEntry; adapter: string }) {
  const { receipt, lagMs } = entry
  return (
    <div
      role="row"
      className={cn(
        GRID,
        'items-baseline border-b border-line py-2.5 last:border-0',
        receipt.decides && 'bg-accent-wash/60 shadow-[inset_3px_0_0_var(--accent)]',
      )}
    >
      <div role="cell" className="min-w-0 max-md:col-span-2">
        <div className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <StateMark state={receipt.state} className="font-medium">
            {receipt.failureLabel ?? STATUS_WORDS[receipt.status]}
          </StateMark>
          {receipt.decides && <Pill>decides</Pill>}
          {entry.contradicts && <Pill tone="warn">contradicts the outcome</Pill>}
        </div>
        <p className="mt-0.5 text-xs text-ink-3">
          {details(entry).join(' · ')}
          <CodeLink adapter={adapter} receipt={receipt} />
        </p>
      </div>
      <div role="cell" className={cn('font-mono text-xs text-ink-2', !receipt.occurredAt && 'max-md:hidden')}>
        <span className="font-sans text-ink-3 md:hidden">Provider </span>
        {receipt.occurredAt ? <Clock at={receipt.occurredAt} /> : <span className="font-sans text-ink-3">none</span>}
      </div>
      <div role="cell" className="font-mono text-xs text-ink-2">
        <span className="font-sans text-ink-3 md:hidden">Here </span>
        <Clock at={receipt.receivedAt} />
      </div>
      <div role="cell" className={cn('text-xs', lagMs !== null && lagMs < -50 ? 'text-warn' : 'text-ink-3')}>
        {lagWords(lagMs)}
      </div>
      <div role="cell" className="text-xs max-md:text-right">
        <Link
          className="link"
          href={`/callbacks/${receipt.callbackId}`}
          aria-label={`Raw callback of “${receipt.rawStatus}”`}
        >
          Callback
        </Link>
      </div>
    </div>
  )
}

function CodeLink({ adapter, receipt: { errorCode, errorName } }: { adapter: string; receipt: Receipt }) {
  if (errorCode === null) return null
  return (
    <>
      {' · '}
      <Link className="link" href={codesHref({ adapter, kind: 'error', code: errorCode })}>
        code {errorCode}
      </Link>
      {errorName && `, ${errorName}`}
    </>
  )
}

function Clock({ at }: { at: string }) {
  return <Time at={at} precision="tenth" />
}

/** The provider's own words and codes, and what is odd about this receipt. */
function details({ receipt, late }: TimelineEntry): string[] {
  return [
    receipt.part === null ? null : `part ${receipt.part}`,
    `provider’s word “${receipt.rawStatus}”`,
    late ? 'arrived after later news' : null,
    duplicateWords(receipt.duplicates),
  ].filter((part) => part !== null)
}
