'use client'

import { useRef } from 'react'
import { cn } from '@/components/ui/cn'
import { useRowKeys } from '@/components/ui/useRowKeys'
import type { ConnectionActivity } from '@/lib/contracts/activity'
import type { Connection, ProviderList } from '@/lib/contracts/connection'
import type { CareDialog } from './care/CareDialogs'
import { CONNECTION_GRID } from './connectionGrid'
import { ConnectionRow } from './ConnectionRow'

interface ConnectionTableProps {
  label: string
  connections: readonly Connection[]
  providers: ProviderList['items']
  activityOf: ReadonlyMap<string, ConnectionActivity>
  now: Date
  onCare: (dialog: CareDialog) => void
}

const COLUMNS = [
  ['Connection', ''],
  ['Last heard', ''],
  ['Callbacks, last hour', ''],
  ['Refused', 'text-right'],
  ['Delay p50 · p95', 'max-lg:hidden text-right'],
  ['Duplicates', 'max-lg:hidden text-right'],
] as const

/** Connections with what each did in the last hour: j and k move between rows, Enter opens one. */
export function ConnectionTable({ label, connections, providers, activityOf, now, onCare }: ConnectionTableProps) {
  const table = useRef<HTMLDivElement>(null)
  useRowKeys(table)
  return (
    <div ref={table} role="table" aria-label={label}>
      <div role="rowgroup" className="max-md:sr-only">
        <div
          role="row"
          className={cn(CONNECTION_GRID, 'border-b border-line px-4 py-1.5 text-xs font-medium text-ink-3')}
        >
          {COLUMNS.map(([name, className]) => (
            <div key={name} role="columnheader" className={className}>
              {name}
            </div>
          ))}
          <div role="columnheader">
            <span className="sr-only">More</span>
          </div>
        </div>
      </div>
      <div role="rowgroup">
        {connections.map((connection) => (
          <ConnectionRow
            key={connection.id}
            connection={connection}
            provider={providers.find((each) => each.id === connection.adapter)?.name ?? connection.adapter}
            activity={activityOf.get(connection.id)}
            now={now}
            onCare={onCare}
          />
        ))}
      </div>
    </div>
  )
}
