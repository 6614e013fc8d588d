'use client'

import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'
import type { MappingDraft } from '@/lib/contracts/mapping'
import type { MappingSource } from '@/lib/contracts/mappingSource'

const KINDS = [
  { value: 'json', label: 'JSON' },
  { value: 'form', label: 'Form field' },
  { value: 'query', label: 'Query' },
  { value: 'header', label: 'Header' },
  { value: 'path', label: 'Path' },
  { value: 'constant', label: 'Constant' },
] as const
type Kind = (typeof KINDS)[number]['value']

const PLACES = [
  { value: 'item', label: 'of the entry' },
  { value: 'outer', label: 'of the outer entry' },
  { value: 'body', label: 'of the body' },
] as const

interface SourceInputProps {
  /** What it is the place of, for screen readers. */
  name: string
  source: MappingSource | undefined
  items: MappingDraft['items']
  invalid: boolean
  describedBy: string | undefined
  onFocus?: () => void
  /** Undefined: it is nowhere. */
  onSource: (source: MappingSource | undefined) => void
}

/** Where a value is, written by hand; clicking it in a sample writes the same. */
export function SourceInput({ name, source, items, invalid, describedBy, onFocus, onSource }: SourceInputProps) {
  const text = source ? textOf(source) : ''
  const kind = source?.from ?? 'json'
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-1.5" onFocus={onFocus}>
      <Select
        label={`Kind of place of ${name}`}
        value={kind}
        options={KINDS}
        onChange={(next) => onSource(made(next as Kind, source?.from === next ? text : '', source))}
      />
      <Input
        aria-label={`Place of ${name}`}
        aria-invalid={invalid || undefined}
        aria-describedby={describedBy}
        spellCheck={false}
        autoComplete="off"
        placeholder={PLACEHOLDERS[kind]}
        className="w-0 min-w-32 flex-1 font-mono text-[13px]"
        value={text}
        onChange={({ target }) => onSource(made(kind, target.value, source))}
      />
      {source?.from === 'json' && items && (
        <Select
          label={`From where ${name} is counted`}
          value={source.at}
          options={items.inner === null ? PLACES.filter(({ value }) => value !== 'outer') : PLACES}
          onChange={(at) => onSource({ ...source, at: at as typeof source.at })}
        />
      )}
    </div>
  )
}

const PLACEHOLDERS: Record<Kind, string> = {
  json: 'a pointer, such as /message/id',
  form: 'name of the field',
  query: 'name of the parameter',
  header: 'name of the header',
  path: 'which part behind the connection, from 1',
  constant: 'the value',
}

function textOf(source: MappingSource): string {
  switch (source.from) {
    case 'json':
      return source.pointer
    case 'path':
      return String(source.segment)
    case 'constant':
      return source.value
    case 'form':
    case 'query':
    case 'header':
      return source.name
  }
}

/** An empty text is nowhere, except where the person has just chosen the kind. */
function made(from: Kind, text: string, before: MappingSource | undefined): MappingSource | undefined {
  if (text === '' && before?.from === from) return undefined
  if (from === 'json') return { from, at: before?.from === 'json' ? before.at : 'item', pointer: text }
  if (from === 'path') return { from, segment: Math.min(Math.max(Number.parseInt(text, 10) || 1, 1), 20) }
  return from === 'constant' ? { from, value: text } : { from, name: text }
}
