'use client'

import { ChevronRight } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { Input } from '@/components/ui/Input'
import type { ProviderList } from '@/lib/contracts/connection'
import { findProviders } from './findProviders'
import { PROOF_WORDS } from './proofWords'

interface ProviderChoiceProps {
  providers: ProviderList['items']
  onChoose: (id: string) => void
}

/** The first step: which provider calls back. Typing narrows the list, Enter takes the first. */
export function ProviderChoice({ providers, onChoose }: ProviderChoiceProps) {
  const field = useRef<HTMLInputElement>(null)
  const [search, setSearch] = useState('')
  // What most people do first here is type.
  useEffect(() => field.current?.focus(), [])
  const found = findProviders(providers, search)
  const first = found[0]
  return (
    <form
      className="grid gap-2 pb-2"
      onSubmit={(event) => {
        event.preventDefault()
        if (first && search.trim() !== '') onChoose(first.id)
      }}
    >
      <Input
        ref={field}
        type="search"
        aria-label="Search providers"
        placeholder="Search by name…"
        autoComplete="off"
        spellCheck={false}
        value={search}
        onChange={(event) => setSearch(event.target.value)}
      />
      <ul className="grid gap-1.5" aria-label="Providers">
        {found.map(({ id, name, proof }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onChoose(id)}
              className="flex min-h-10 w-full items-center gap-3 rounded-md border border-line px-3 py-1.5 text-left hover:border-line-strong hover:bg-sunken"
            >
              <span className="min-w-0 flex-1">
                <span className="font-medium">{name}</span>{' '}
                <span className="text-sm text-ink-3">{PROOF_WORDS[proof]}</span>
              </span>
              <ChevronRight size={16} aria-hidden className="shrink-0 text-ink-3" />
            </button>
          </li>
        ))}
      </ul>
      <p role="status" className="text-sm text-ink-3">
        {found.length === 0 && 'No provider of that name.'}
      </p>
    </form>
  )
}
