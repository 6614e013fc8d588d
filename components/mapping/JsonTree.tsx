'use client'

import type { ReactNode } from 'react'
import { useMapping } from './MappingContext'
import { isSourceOf } from './sourceAt'
import { ValueButton } from './ValueButton'

/** A tree deeper than that is no callback. */
const DEEPEST = 12
const MOST_ENTRIES = 30

interface NodeProps {
  value: unknown
  steps: readonly string[]
  onPick: (steps: readonly string[]) => void
}

/** A JSON body to read and to click in: a value becomes the place of the chosen field. */
export function JsonTree({ body, onPick }: { body: unknown; onPick: NodeProps['onPick'] }) {
  return (
    <div className="overflow-x-auto font-mono text-[12.5px] leading-6" role="group" aria-label="Body of the sample">
      <Children value={body} steps={[]} onPick={onPick} />
    </div>
  )
}

function Children({ value, steps, onPick }: NodeProps): ReactNode {
  if (typeof value !== 'object' || value === null) return <Leaf value={value} steps={steps} onPick={onPick} />
  const entries = Object.entries(value)
  if (entries.length === 0) return <span className="text-ink-3">{Array.isArray(value) ? '[]' : '{}'}</span>
  if (steps.length >= DEEPEST) return <span className="text-ink-3">deeper…</span>
  return (
    <ul className={steps.length === 0 ? undefined : 'border-l border-line pl-3'}>
      {entries.slice(0, MOST_ENTRIES).map(([name, child]) => (
        <Entry
          key={name}
          name={Array.isArray(value) ? `${Number(name) + 1}.` : name}
          value={child}
          steps={[...steps, name]}
          onPick={onPick}
        />
      ))}
      {entries.length > MOST_ENTRIES && <li className="text-ink-3">and {entries.length - MOST_ENTRIES} more</li>}
    </ul>
  )
}

function Entry({ name, ...node }: NodeProps & { name: string }) {
  const isLeaf = typeof node.value !== 'object' || node.value === null
  return (
    <li className={isLeaf ? 'flex items-baseline gap-2' : undefined}>
      <span className="text-ink-3">{name}</span>
      <Children {...node} />
    </li>
  )
}

function Leaf({ value, steps, onPick }: NodeProps) {
  const { draft } = useMapping()
  return (
    <ValueButton
      place={`/${steps.join('/')}`}
      value={value === null ? 'null' : String(value)}
      isSource={(source) => isSourceOf(steps, draft.items, source)}
      onPick={() => onPick(steps)}
    />
  )
}
