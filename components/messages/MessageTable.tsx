'use client'

import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useRef, useState } from 'react'
import { cn } from '@/components/ui/cn'
import { useRowKeys } from '@/components/ui/useRowKeys'
import type { Message } from '@/lib/contracts/message'
import { MESSAGE_GRID } from './messageGrid'
import { MessageRow } from './MessageRow'

const COLUMNS = [
  ['Sent', ''],
  ['State', ''],
  ['Recipient', ''],
  ['Sender', ''],
  ['Carrier', ''],
  ['Connection', 'max-lg:hidden'],
  ['Reference', 'max-lg:hidden'],
] as const

/** Up to here the browser draws all rows without effort, and its own search finds them. */
const VIRTUAL_FROM = 150

interface MessageTableProps {
  messages: readonly Message[]
  /** False while further pages exist: screen readers then say that the length is not known. */
  complete: boolean
  /** True while rows of another filter are still shown. */
  stale: boolean
  now: Date
  timeZone: string
}

/** The list of messages, newest first: j and k move between rows, Enter opens one. */
export function MessageTable({ messages, complete, stale, now, timeZone }: MessageTableProps) {
  const table = useRef<HTMLDivElement>(null)
  useRowKeys(table)
  return (
    <div
      ref={table}
      role="table"
      aria-label="Messages, newest first"
      aria-rowcount={complete ? messages.length + 1 : -1}
      aria-busy={stale}
      className={cn('transition-opacity', stale && 'opacity-50')}
    >
      <div role="rowgroup" className="max-md:sr-only">
        <div
          role="row"
          aria-rowindex={1}
          className={cn(MESSAGE_GRID, 'border-b border-line px-4 py-1.5 text-xs font-medium text-ink-3')}
        >
          {COLUMNS.map(([name, className]) => (
            <div key={name} role="columnheader" className={className}>
              {name}
            </div>
          ))}
        </div>
      </div>
      {messages.length < VIRTUAL_FROM ? (
        <div role="rowgroup">
          {messages.map((message, index) => (
            <MessageRow key={message.id} {...{ message, now, timeZone }} rowIndex={index + 2} />
          ))}
        </div>
      ) : (
        <VirtualRows {...{ messages, now, timeZone }} />
      )}
    </div>
  )
}

function VirtualRows({ messages, now, timeZone }: Pick<MessageTableProps, 'messages' | 'now' | 'timeZone'>) {
  const body = useRef<HTMLDivElement>(null)
  const [scrollMargin, setScrollMargin] = useState(0)
  useLayoutEffect(() => {
    if (body.current) setScrollMargin(body.current.getBoundingClientRect().top + window.scrollY)
  }, [])
  const rows = useWindowVirtualizer({
    count: messages.length,
    estimateSize: () => 40,
    getItemKey: (index) => messages[index]?.id ?? index,
    overscan: 12,
    scrollMargin,
  })
  return (
    <div ref={body} role="rowgroup" className="relative" style={{ height: rows.getTotalSize() }}>
      {rows.getVirtualItems().map((item) => {
        const message = messages[item.index]
        if (!message) return null
        const virtual = { ref: rows.measureElement, index: item.index, top: item.start - scrollMargin }
        return <MessageRow key={item.key} {...{ message, now, timeZone, virtual }} rowIndex={item.index + 2} />
      })}
    </div>
  )
}
