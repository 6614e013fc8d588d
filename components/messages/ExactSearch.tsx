'use client'

import { useEffect, useState } from 'react'
import { Input } from '@/components/ui/Input'

/** Searches within the other filters. Exact, so it waits for Enter instead of asking after every key. */
export function ExactSearch({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  return (
    <form
      className="min-w-0 max-md:w-full"
      onSubmit={(event) => {
        event.preventDefault()
        onSearch(text.trim())
      }}
    >
      <Input
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        aria-label="Number, message id or reference; exact"
        placeholder="Exact number, id or reference"
        value={text}
        onChange={(event) => setText(event.target.value)}
        className="border-line md:w-[232px]"
      />
    </form>
  )
}
