'use client'

import { Input } from '@/components/ui/Input'
import { Segments } from '@/components/ui/Segments'
import { Select } from '@/components/ui/Select'
import type { CodeDictionary, CodeKind } from '@/lib/contracts/codes'
import { FAILURE_CLASSES, FAILURE_LABELS } from '@/lib/status/failureClass'
import type { CodesFilter } from './filterCodes'

interface CodesToolbarProps {
  filter: CodesFilter
  providers: CodeDictionary['providers']
  onChange: (patch: Partial<CodesFilter>) => void
}

const PERMANENCE = [
  { value: 'yes', label: 'For good' },
  { value: 'no', label: 'May pass' },
  { value: 'unknown', label: 'Not known' },
]

/** Searches the dictionary and narrows it. */
export function CodesToolbar({ filter, providers, onChange }: CodesToolbarProps) {
  return (
    <div role="search" aria-label="The dictionary" className="mb-3 flex flex-wrap items-center gap-2">
      <Input
        type="search"
        aria-label="Search words, codes and meanings"
        placeholder="Code, word or meaning"
        className="max-w-64 max-md:max-w-none"
        value={filter.q ?? ''}
        onChange={(event) => onChange({ q: event.target.value || null })}
      />
      <Select
        label="Provider"
        all="All providers"
        value={filter.provider}
        onChange={(provider) => onChange({ provider })}
        options={providers.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Segments<CodeKind | 'all'>
        label="Kind"
        value={filter.kind ?? 'all'}
        onChange={(kind) => onChange({ kind: kind === 'all' ? null : kind })}
        options={[
          { value: 'all', label: 'All' },
          { value: 'status', label: 'Words' },
          { value: 'error', label: 'Codes' },
        ]}
      />
      <Select
        label="Reason"
        all="All reasons"
        value={filter.class}
        onChange={(value) => onChange({ class: FAILURE_CLASSES.find((each) => each === value) ?? null })}
        options={FAILURE_CLASSES.map((value) => ({ value, label: FAILURE_LABELS[value] }))}
      />
      <Select
        label="Whether it passes"
        all="Lasting or not"
        value={filter.permanent}
        onChange={(value) => onChange({ permanent: value as CodesFilter['permanent'] })}
        options={PERMANENCE}
      />
      <label className="flex h-8 items-center gap-2 px-1">
        <input
          type="checkbox"
          className="size-4 accent-accent"
          checked={filter.only === 'overridden'}
          onChange={(event) => onChange({ only: event.target.checked ? 'overridden' : null })}
        />
        Said here
      </label>
    </div>
  )
}
