'use client'

import { ChevronRight } from 'lucide-react'
import type { ProviderList } from '@/lib/contracts/connection'

interface ProviderChoiceProps {
  providers: ProviderList['items']
  onChoose: (id: string) => void
}

/** The first step: which provider calls back. */
export function ProviderChoice({ providers, onChoose }: ProviderChoiceProps) {
  return (
    <ul className="grid gap-1.5 pb-2">
      {providers.map(({ id, name, setup }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onChoose(id)}
            className="flex w-full items-center gap-3 rounded-md border border-line px-3 py-2.5 text-left hover:border-line-strong hover:bg-sunken"
          >
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{name}</span>
              <span className="line-clamp-2 text-sm text-ink-3">{setup}</span>
            </span>
            <ChevronRight size={16} aria-hidden className="shrink-0 text-ink-3" />
          </button>
        </li>
      ))}
    </ul>
  )
}
