'use client'

import Link from 'next/link'
import { Button } from '@/components/ui/Button'
import { EmptyState } from '@/components/ui/EmptyState'
import type { FilterChip } from './filterChips'

/** Nothing to list: either the filters are too narrow, or no text is known at all. */
export function NoMessages({ chips, onClear }: { chips: readonly FilterChip[]; onClear: () => void }) {
  if (chips.length === 0)
    return (
      <EmptyState
        title="Here will be every text that a provider has told Landed about."
        action={
          <Button asChild variant="primary">
            <Link href="/connections">Connect a provider</Link>
          </Button>
        }
      >
        None has called back yet. Once one is connected, its texts appear here by themselves.
      </EmptyState>
    )
  const search = chips.find((chip) => chip.name === 'Search')
  return (
    <EmptyState
      title="No text matches all of these filters."
      action={<Button onClick={onClear}>Clear {chips.length === 1 ? 'the filter' : 'all filters'}</Button>}
    >
      <ul className="list-disc pl-5">
        {chips.map((chip) => (
          <li key={chip.name}>
            {chip.name}: <b className="font-medium text-ink">{chip.value}</b>
          </li>
        ))}
      </ul>
      {search && (
        <p className="mt-2">
          The search is exact: a whole number with its country code, a whole message id, or your own reference.
        </p>
      )}
    </EmptyState>
  )
}
