'use client'

import { useState } from 'react'
import { Input } from '@/components/ui/Input'

/** Searches within the other filters. Exact, so it waits for Enter instead of asking after every key. */
export function ExactSearch({ value, onSearch }: { value: string; onSearch: (q: string) => void }) {
  const [text, setText] = useState(value)
  // The address bar can change it too (a chip, the back button): then that counts, once.
  const [known, setKnown] = useState(value)
  if (known !== value) {
    setKnown(value)
    setText(value)
  }
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
