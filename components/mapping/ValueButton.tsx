'use client'

import { cn } from '@/components/ui/cn'
import { Pill } from '@/components/ui/Pill'
import { FIELD_NAMES, type MappingField, type MappingSource } from '@/lib/contracts/mappingSource'
import { useMapping } from './MappingContext'

interface ValueButtonProps {
  /** Where it stands, for screen readers. */
  place: string
  value: string
  /** Whether a field is read from here. */
  isSource: (source: MappingSource) => boolean
  onPick: () => void
}

/** A value of a sample: clicking it makes its place that of the chosen field. Shows which fields it serves. */
export function ValueButton({ place, value, isSource, onPick }: ValueButtonProps) {
  const { draft, target } = useMapping()
  const used = (Object.entries(draft.fields) as [MappingField, MappingSource][])
    .filter(([, source]) => isSource(source))
    .map(([field]) => FIELD_NAMES[field])
  const targetName = target === 'ignore' ? 'what to ignore' : FIELD_NAMES[target]
  return (
    <span className="inline-flex min-w-0 flex-wrap items-baseline gap-1.5">
      <button
        type="button"
        onClick={onPick}
        aria-label={`${value || 'empty'} at ${place}: use as ${targetName}`}
        className={cn(
          'max-w-full rounded-[4px] px-1 text-left font-mono break-all hover:bg-accent-wash',
          used.length > 0 && 'bg-accent-wash text-accent',
          value === '' && 'text-ink-3',
        )}
      >
        {value === '' ? 'empty' : value}
      </button>
      {used.map((name) => (
        <Pill key={name} className="font-sans">
          {name}
        </Pill>
      ))}
    </span>
  )
}
