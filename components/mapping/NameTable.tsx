'use client'

import type { MappingSource } from '@/lib/contracts/mappingSource'
import { ValueButton } from './ValueButton'

interface NameTableProps {
  title: string
  from: 'form' | 'query' | 'header'
  entries: readonly (readonly [name: string, value: string])[]
  onPick: (source: MappingSource) => void
}

/** Names and values (of a form, a query, the headers) to read and to click in. */
export function NameTable({ title, from, entries, onPick }: NameTableProps) {
  if (entries.length === 0) return null
  return (
    <section aria-label={title}>
      <h3 className="mb-1 text-xs font-medium text-ink-3">{title}</h3>
      <dl className="grid grid-cols-[minmax(80px,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 font-mono text-[12.5px] leading-6">
        {entries.map(([name, value], index) => (
          <div key={`${index} ${name}`} className="contents">
            <dt className="max-w-[200px] break-all text-ink-3">{name}</dt>
            <dd className="min-w-0">
              <ValueButton
                place={name}
                value={value}
                isSource={(source) => source.from === from && same(from, source.name, name)}
                onPick={() => onPick({ from, name })}
              />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function same(from: NameTableProps['from'], a: string, b: string): boolean {
  return from === 'header' ? a.toLowerCase() === b.toLowerCase() : a === b
}
