'use client'

import type { ReactNode } from 'react'
import { Segments } from '@/components/ui/Segments'
import { Select, type SelectOption } from '@/components/ui/Select'
import type { CallbacksFilter } from '@/lib/client/callbacksOptions'
import { CALLBACK_TABS, type CallbackTab, tabOf } from './callbackTabs'

/** The four filters as the address bar holds them; null clears one. */
export interface CallbacksPatch {
  outcome?: 'refused' | 'ignored' | null
  quarantined?: 'open' | 'all' | null
  connection?: string | null
  code?: string | null
}

interface CallbacksToolbarProps {
  filter: CallbacksFilter
  onChange: (patch: CallbacksPatch) => void
  connections: readonly SelectOption[]
  /** How many wait in quarantine, in words; empty for none. */
  waiting: string
  /** The replay, at the right end. */
  children: ReactNode
}

/** Chooses which callbacks are listed. */
export function CallbacksToolbar({ filter, onChange, connections, waiting, children }: CallbacksToolbarProps) {
  const show = (value: CallbackTab | '') => {
    const tab = CALLBACK_TABS.find((each) => each.value === value)
    onChange({ outcome: null, quarantined: null, code: null, ...tab?.filter })
  }
  return (
    <div className="mb-3 flex flex-wrap items-center gap-2">
      <Segments<CallbackTab | ''>
        label="Which callbacks"
        value={tabOf(filter)}
        onChange={show}
        options={CALLBACK_TABS.map(({ value, label }) => ({
          value,
          label: value === 'quarantine' ? `${label} ${waiting}`.trim() : label,
        }))}
      />
      <Select
        label="Connection"
        all="All connections"
        value={filter.connection ?? null}
        onChange={(connection) => onChange({ connection })}
        options={connections}
      />
      <div className="ml-auto">{children}</div>
    </div>
  )
}
