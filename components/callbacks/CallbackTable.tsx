'use client'

import { useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { useRowKeys } from '@/components/ui/useRowKeys'
import type { Callback } from '@/lib/contracts/callback'
import { CALLBACK_GRID } from './callbackGrid'
import { CallbackRow } from './CallbackRow'

interface CallbackTableProps {
  callbacks: readonly Callback[]
  /** True while rows of another tab are still shown. */
  stale: boolean
  selected: ReadonlySet<string>
  onSelect: (ids: readonly string[], selected: boolean) => void
  now: Date
  timeZone: string
}

const COLUMNS = [
  ['Arrived', ''],
  ['Outcome', ''],
  ['What it brought, or why it waits', ''],
  ['Connection', ''],
  ['Request', 'max-lg:hidden'],
] as const

/** The list of callbacks, newest first. */
export function CallbackTable({ callbacks, stale, selected, onSelect, now, timeZone }: CallbackTableProps) {
  const table = useRef<HTMLDivElement>(null)
  useRowKeys(table)
  const waiting = callbacks.filter(isWaiting).map((callback) => callback.id)
  const allSelected = waiting.length > 0 && waiting.every((id) => selected.has(id))
  return (
    <div
      ref={table}
      role="table"
      aria-label="Callbacks, newest first"
      aria-busy={stale}
      className={cn('transition-opacity', stale && 'opacity-50')}
    >
      <div role="rowgroup" className="max-md:sr-only">
        <div
          role="row"
          className={cn(CALLBACK_GRID, 'border-b border-line px-4 py-1.5 text-xs font-medium text-ink-3')}
        >
          <div role="columnheader">
            {waiting.length === 0 ? (
              <span className="sr-only">Selection</span>
            ) : (
              <input
                type="checkbox"
                className="size-4 accent-accent align-middle"
                checked={allSelected}
                onChange={() => onSelect(waiting, !allSelected)}
                aria-label="Select all shown that wait in quarantine"
              />
            )}
          </div>
          {COLUMNS.map(([name, className]) => (
            <div key={name} role="columnheader" className={className}>
              {name}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup">
        {callbacks.map((callback) => (
          <CallbackRow
            key={callback.id}
            callback={callback}
            now={now}
            timeZone={timeZone}
            selected={selected.has(callback.id)}
            onSelect={(on) => onSelect([callback.id], on)}
          />
        ))}
      </div>
    </div>
  )
}

function isWaiting({ quarantine }: Callback): boolean {
  return quarantine.some((entry) => entry.resolvedAt === null)
}
