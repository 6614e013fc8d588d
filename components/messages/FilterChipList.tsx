'use client'

import { X } from 'lucide-react'
import { Button } from '@/components/ui/Button'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import type { FilterChip } from './filterChips'

interface FilterChipListProps {
  chips: readonly FilterChip[]
  onRemove: (keys: (keyof MessagesFilter)[]) => void
}

/** The filters that are set, each with a way to take it off. */
export function FilterChipList({ chips, onRemove }: FilterChipListProps) {
  if (chips.length === 0) return null
  return (
    <ul aria-label="Filters that are set" className="flex flex-wrap items-center gap-1.5">
      {chips.map((chip) => (
        <li key={chip.name}>
          <button
            type="button"
            onClick={() => onRemove(chip.keys)}
            aria-label={`Remove filter ${chip.name}: ${chip.value}`}
            className="group inline-flex h-7 max-w-[300px] items-center gap-1.5 rounded-full border border-line bg-surface pr-2 pl-3 text-sm hover:border-line-strong"
          >
            <span className="text-ink-3">{chip.name}</span>
            <span className="truncate font-medium">{chip.value}</span>
            <X size={13} aria-hidden className="shrink-0 text-ink-3 group-hover:text-ink" />
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <Button variant="quiet" size="small" onClick={() => onRemove(chips.flatMap((chip) => chip.keys))}>
            Clear all
          </Button>
        </li>
      )}
    </ul>
  )
}
