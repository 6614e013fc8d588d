'use client'

import { SlidersHorizontal } from 'lucide-react'
import { useId, useState } from 'react'
import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/cn'
import { Segments } from '@/components/ui/Segments'
import { Select, type SelectOption } from '@/components/ui/Select'
import { StateMark } from '@/components/ui/StateMark'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import { RANGE_NAMES, type RangeName, resolveRange } from '@/lib/metrics/timeRange'
import { FAILURE_CLASSES, FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'
import { type State, STATES } from '@/lib/status/state'
import { rangeLabel } from './describeRange'
import { ExactSearch } from './ExactSearch'
import { RANGE_LABELS, rangeName } from './rangePresets'

interface MessagesToolbarProps {
  filter: MessagesFilter
  /** Changes some filters; undefined clears one. */
  onChange: (patch: Partial<MessagesFilter>) => void
  connections: readonly SelectOption[]
  carriers: readonly SelectOption[]
  now: Date
  timeZone: string
}

const STATE_OPTIONS = [
  { value: 'all', label: 'All' },
  ...STATES.map((state) => ({ value: state, label: <StateMark state={state} /> })),
] as const

/** Narrows the list: by state in one press, by the rest with lists. On a phone the lists are folded away. */
export function MessagesToolbar(props: MessagesToolbarProps) {
  const { filter, onChange } = props
  const [open, setOpen] = useState(false)
  const id = useId()
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Segments<State | 'all'>
        label="State"
        value={filter.state ?? 'all'}
        onChange={(state) => onChange({ state: state === 'all' ? undefined : state, status: undefined })}
        options={STATE_OPTIONS as readonly { value: State | 'all'; label: React.ReactNode }[]}
      />
      <Button className="md:hidden" aria-expanded={open} aria-controls={id} onClick={() => setOpen(!open)}>
        <SlidersHorizontal size={14} aria-hidden /> Filters
      </Button>
      <div id={id} className={cn('flex flex-wrap items-center gap-2 max-md:w-full', !open && 'max-md:hidden')}>
        <RangeSelect {...props} />
        <ReasonSelect {...props} />
        <Select
          label="Connection"
          all="All connections"
          value={filter.connection ?? null}
          onChange={(connection) => onChange({ connection: connection ?? undefined })}
          options={props.connections}
        />
        <Select
          label="Carrier"
          all="All carriers"
          value={filter.carrier ?? null}
          onChange={(carrier) => onChange({ carrier: carrier ?? undefined })}
          options={props.carriers}
        />
        <ExactSearch value={filter.q ?? ''} onSearch={(q) => onChange({ q: q || undefined })} />
      </div>
    </div>
  )
}

function RangeSelect({ filter, onChange, now, timeZone }: MessagesToolbarProps) {
  const name = rangeName(filter, now, timeZone)
  const custom = name === 'custom' ? [{ value: 'custom', label: rangeLabel(filter, now, timeZone) }] : []
  const named = RANGE_NAMES.map((each) => ({ value: each, label: RANGE_LABELS[each] }))
  const choose = (value: string | null) => {
    if (value === null) return onChange({ from: undefined, to: undefined })
    if (value !== 'custom') onChange(resolveRange(value as RangeName, new Date(), timeZone))
  }
  return <Select label="Time sent" all="Any time" value={name} onChange={choose} options={[...custom, ...named]} />
}

function ReasonSelect({ filter, onChange }: MessagesToolbarProps) {
  const options = FAILURE_CLASSES.map((value) => ({ value, label: FAILURE_LABELS[value] }))
  return (
    <Select
      label="Reason of failure"
      all="Any reason"
      value={filter.failureClass ?? null}
      onChange={(value) => onChange({ failureClass: (value as FailureClass | null) ?? undefined })}
      options={options}
    />
  )
}
