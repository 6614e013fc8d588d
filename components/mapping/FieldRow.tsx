'use client'

import { Crosshair, X } from 'lucide-react'
import { useId } from 'react'
import { Button } from '@/components/ui/Button'
import { cn } from '@/components/ui/cn'
import { FIELD_NAMES, type MappingField } from '@/lib/contracts/mappingSource'
import { Guess } from './Guess'
import { useMapping } from './MappingContext'
import { SourceInput } from './SourceInput'
import { withField } from './withField'

/** One field: chosen for the next click in the sample, or its place written by hand. */
export function FieldRow({ field }: { field: MappingField }) {
  const { draft, change, target, setTarget, problemOf, guessOf } = useMapping()
  const id = useId()
  const path = `fields.${field}`
  const problem = problemOf(path)
  const isTarget = target === field
  return (
    <li className={cn('grid gap-1 rounded-sm border px-2.5 py-2', isTarget ? 'border-accent' : 'border-line')}>
      <div className="flex items-center gap-2">
        <button
          type="button"
          aria-pressed={isTarget}
          onClick={() => setTarget(field)}
          className={cn('flex items-center gap-1.5 text-left font-medium', isTarget && 'text-accent')}
        >
          <Crosshair size={14} aria-hidden className={cn(!isTarget && 'text-ink-3')} />
          {FIELD_NAMES[field]}
        </button>
        {isTarget && <span className="text-xs text-ink-3">click its value in the sample</span>}
        {draft.fields[field] && (
          <Button
            variant="quiet"
            size="icon"
            className="-my-1 ml-auto size-6"
            aria-label={`Leave out ${FIELD_NAMES[field]}`}
            onClick={() => change((before) => withField(before, field, undefined))}
          >
            <X size={14} aria-hidden />
          </Button>
        )}
      </div>
      <SourceInput
        name={FIELD_NAMES[field]}
        source={draft.fields[field]}
        items={draft.items}
        invalid={problem !== undefined}
        describedBy={problem && `${id}-problem`}
        onFocus={() => setTarget(field)}
        onSource={(source) => change((before) => withField(before, field, source))}
      />
      {problem && (
        <p id={`${id}-problem`} className="text-sm text-failed">
          {problem}
        </p>
      )}
      <Guess reason={guessOf(path)} />
    </li>
  )
}
