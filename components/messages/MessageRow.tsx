'use client'

import Link from 'next/link'
import { memo, type Ref } from 'react'
import { cn } from '@/components/ui/cn'
import { Pill } from '@/components/ui/Pill'
import { StateMark } from '@/components/ui/StateMark'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import type { Message } from '@/lib/contracts/message'
import { formatNumber } from '@/lib/format/formatNumber'
import { formatDay, formatTime } from '@/lib/format/time'
import { MESSAGE_GRID } from './messageGrid'

interface MessageRowProps {
  message: Message
  /** Only its day matters: it decides whether the date is shown. */
  now: Date
  timeZone: string
  /** Position in the whole list, from 2 (1 is the head), for screen readers. */
  rowIndex: number
  virtual?: { ref: Ref<HTMLDivElement>; index: number; top: number }
}

/** One message on one line (two on a phone); the whole row is one link. */
export const MessageRow = memo(function MessageRow({ message, now, timeZone, rowIndex, virtual }: MessageRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={rowIndex}
      ref={virtual?.ref}
      data-index={virtual?.index}
      style={virtual && { position: 'absolute', insetInline: 0, top: 0, transform: `translateY(${virtual.top}px)` }}
      className={cn(
        MESSAGE_GRID,
        'relative min-h-10 border-b border-line px-4 py-1.5 hover:bg-sunken/60 max-md:min-h-14',
      )}
    >
      <div role="cell" className="tabular-nums max-md:order-2 max-md:text-right">
        <Sent message={message} now={now} timeZone={timeZone} />
      </div>
      <div role="cell" className="flex min-w-0 items-center gap-2 max-md:order-3">
        <StateMark state={message.state} className="min-w-0">
          <span className="truncate">{message.failureLabel ?? STATUS_WORDS[message.status]}</span>
        </StateMark>
        {message.errorCode && <span className="shrink-0 font-mono text-xs text-ink-3">{message.errorCode}</span>}
        {message.contradicted && <Pill tone="warn">contradicted</Pill>}
      </div>
      <div role="cell" className="truncate font-mono text-[12.5px] max-md:order-1">
        {message.recipient ? formatNumber(message.recipient) : <Unknown />}
      </div>
      <Text className="max-md:hidden" value={message.sender} />
      <div
        role="cell"
        className="truncate text-ink-2 max-md:order-4 max-md:text-right max-md:text-xs max-md:text-ink-3"
      >
        {message.carrier?.label ?? (
          <>
            <span className="max-md:hidden">
              <Unknown />
            </span>
            <span className="md:hidden">{message.connection.name}</span>
          </>
        )}
      </div>
      <Text className="text-ink-2 max-lg:hidden" value={message.connection.name} />
      <Text className="font-mono text-xs text-ink-3 max-lg:hidden" value={message.clientReference} />
    </div>
  )
})

function Sent({ message, now, timeZone }: Pick<MessageRowProps, 'message' | 'now' | 'timeZone'>) {
  const at = new Date(message.cohortAt)
  const today = formatDay(at, now, timeZone) === formatDay(now, now, timeZone)
  return (
    <Link
      href={`/messages/${message.id}`}
      prefetch={false}
      data-row-link
      aria-label={label(message, at, timeZone)}
      className="block leading-[15px] outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent"
    >
      {formatTime(at, timeZone)}
      {!today && <span className="block text-[11px] text-ink-3">{formatDay(at, now, timeZone)}</span>}
    </Link>
  )
}

function label(message: Message, at: Date, timeZone: string): string {
  const to = message.recipient ? ` to ${formatNumber(message.recipient)}` : ''
  return `${formatTime(at, timeZone)}: text${to}, ${message.failureLabel ?? STATUS_WORDS[message.status]}`
}

function Text({ value, className }: { value: string | null | undefined; className?: string }) {
  return (
    <div role="cell" className={cn('truncate', className)}>
      {value ?? <Unknown />}
    </div>
  )
}

function Unknown() {
  return (
    <span className="text-ink-3" aria-label="not known">
      –
    </span>
  )
}
