'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import type { MappingErrorRow } from '@/lib/contracts/mapping'
import { FAILURE_CLASSES, FAILURE_LABELS, type FailureClass } from '@/lib/status/failureClass'

const CLASSES = FAILURE_CLASSES.map((value) => ({ value, label: FAILURE_LABELS[value] }))
const PERMANENCE = [
  { value: 'unknown', label: 'again? nobody knows' },
  { value: 'no', label: 'sending again can work' },
  { value: 'yes', label: 'never send again' },
] as const
const STEPS = ['wait', 'fix number', 'stop', 'fix sender', 'fix content', 'slow down', 'account', 'ask provider']

/** One error code; null takes it out. */
export function ErrorRow({ row, onRow }: { row: MappingErrorRow; onRow: (row: MappingErrorRow | null) => void }) {
  const set = (change: Partial<MappingErrorRow>) => onRow({ ...row, ...change })
  const permanence = row.permanent === null ? 'unknown' : row.permanent ? 'yes' : 'no'
  return (
    <li className="grid gap-1.5 rounded-sm border border-line px-2.5 py-2">
      <div className="flex flex-wrap items-center gap-1.5">
        <code className="min-w-12 font-mono text-[13px] break-all">{row.code}</code>
        <Select
          label={`Meaning of ${row.code}`}
          value={row.failureClass}
          options={CLASSES}
          onChange={(next) => next !== null && set({ failureClass: next as FailureClass })}
        />
        <Select
          label={`Whether ${row.code} is for good`}
          value={permanence}
          options={PERMANENCE}
          onChange={(next) => set({ permanent: next === 'yes' ? true : next === 'no' ? false : null })}
        />
        <Button
          variant="quiet"
          size="icon"
          className="ml-auto"
          aria-label={`Remove ${row.code}`}
          onClick={() => onRow(null)}
        >
          <X size={14} aria-hidden />
        </Button>
      </div>
      <div className="grid gap-1.5 sm:grid-cols-2">
        <Input
          aria-label={`Name of ${row.code}`}
          placeholder="the provider’s name of it"
          value={row.name}
          maxLength={200}
          onChange={(event) => set({ name: event.target.value })}
        />
        <Select
          label={`Next step after ${row.code}`}
          all="no advice"
          value={row.nextStep || null}
          options={[...new Set([...STEPS, ...(row.nextStep ? [row.nextStep] : [])])].map((value) => ({
            value,
            label: value,
          }))}
          onChange={(nextStep) => set({ nextStep: nextStep ?? '' })}
        />
      </div>
      <Input
        aria-label={`Plain words for ${row.code}`}
        placeholder="what it means, in a plain sentence"
        value={row.plain}
        maxLength={300}
        onChange={(event) => set({ plain: event.target.value })}
      />
    </li>
  )
}
