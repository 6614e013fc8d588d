'use client'

import { StateMark } from '@/components/ui/StateMark'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import { Time } from '@/components/ui/Time'
import type { PreviewReceipt } from '@/lib/contracts/mappingApi'
import { FAILURE_LABELS } from '@/lib/status/failureClass'
import { stateOf } from '@/lib/status/state'

/** One receipt as it would be stored. */
export function ReceiptFacts({ receipt }: { receipt: PreviewReceipt }) {
  const { status, rawStatus, unrecognised, failureClass } = receipt
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-baseline gap-x-2">
        {unrecognised ? (
          <span className="font-semibold text-failed">Nobody knows this word</span>
        ) : (
          <StateMark state={stateOf(status)} className="font-semibold">
            {STATUS_WORDS[status]}
          </StateMark>
        )}
        <span className="font-mono text-[12.5px] break-all text-ink-3">{rawStatus}</span>
        {failureClass && !unrecognised && <span className="text-ink-2">{FAILURE_LABELS[failureClass]}</span>}
      </p>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 text-sm">
        {factsOf(receipt).map(([name, value]) => (
          <div key={name} className="contents">
            <dt className="text-ink-3">{name}</dt>
            <dd className="font-mono text-[12.5px] leading-[18px] break-all">{value}</dd>
          </div>
        ))}
        <dt className="text-ink-3">Time</dt>
        <dd>
          {receipt.occurredAt ? (
            <Time at={receipt.occurredAt} precision="full" className="whitespace-normal" />
          ) : (
            <None />
          )}
        </dd>
      </dl>
    </div>
  )
}

function factsOf(receipt: PreviewReceipt): [name: string, value: React.ReactNode][] {
  const { errorCode, errorKnown, price, currency, part, parts } = receipt
  const wanted: [string, string | number | null][] = [
    ['Message id', receipt.providerMessageId],
    ['Our reference', receipt.clientReference],
    ['Recipient', receipt.recipient],
    ['Sender', receipt.sender],
    ['Error code', errorCode === null ? null : `${errorCode}${errorKnown ? '' : ' (not in the table)'}`],
    ['Network', receipt.mccmnc],
    ['Carrier', receipt.carrier],
    ['Price', price === null ? null : `${price} ${currency ?? ''}`],
    ['Segments', receipt.segments],
    ['Part', part === null ? null : `${part}${parts === null ? '' : ` of ${parts}`}`],
    ['Route', receipt.route],
  ]
  const always = ['Message id', 'Recipient']
  return wanted
    .filter(([name, value]) => value !== null || always.includes(name))
    .map(([name, value]) => [name, value === null ? <None key="none" /> : value])
}

function None() {
  return <span className="font-sans text-ink-3">nothing found</span>
}
