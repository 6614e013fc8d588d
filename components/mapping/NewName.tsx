'use client'

import { type ReactNode, useState } from 'react'
import { Input } from '@/components/ui/Input'
import { Select } from '@/components/ui/Select'

export interface Meaning<T extends string> {
  value: T
  label: ReactNode
}

interface NewNameProps<T extends string> {
  /** "word" or "code". */
  what: string
  meanings: readonly Meaning<T>[]
  onAdd: (name: string, meaning: T) => void
}

/** A line that adds a word or code to its table as soon as both are said: the name and what it means. */
export function NewName<T extends string>({ what, meanings, onAdd }: NewNameProps<T>) {
  const [name, setName] = useState('')
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <Input
        aria-label={`New ${what}`}
        placeholder={`another ${what}`}
        spellCheck={false}
        className="w-0 min-w-28 flex-1 font-mono text-[13px]"
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <Select
        label={`Meaning of the new ${what}`}
        value={null}
        placeholder="means…"
        options={meanings}
        onChange={(meaning) => {
          if (meaning === null || name === '') return
          onAdd(name, meaning as T)
          setName('')
        }}
      />
    </div>
  )
}
