'use client'

import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { Button } from '@/components/ui/Button'
import { Kbd } from '@/components/ui/Kbd'
import { messagesHref } from '@/lib/client/messagesHref'

export const SEARCH_FIELD_ID = 'landed-search'

/** Finds messages by number, id or reference. On a phone it is a button until it is needed. */
export function SearchField() {
  const router = useRouter()
  const [open, setOpen] = useState(false)
  const [text, setText] = useState('')
  const search = () => {
    if (text.trim() === '') return
    router.push(messagesHref({ q: text.trim() }))
    setOpen(false)
  }
  return (
    <>
      <form
        role="search"
        className={cn('relative min-w-0 flex-1 md:max-w-[300px]', !open && 'max-md:hidden')}
        onSubmit={(event) => {
          event.preventDefault()
          search()
        }}
      >
        <input
          id={SEARCH_FIELD_ID}
          type="search"
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
          aria-label="Search a number, message id or reference"
          placeholder="Search a number, id, reference…"
          value={text}
          onChange={(event) => setText(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && event.currentTarget.blur()}
          onBlur={() => setOpen(false)}
          // The field appears when the button is pressed; the finger expects to type at once.
          ref={(field) => void (open && field?.focus())}
          className="peer h-8 w-full rounded-sm border border-line bg-surface px-2.5 pr-9 placeholder:text-ink-3 hover:border-line-strong"
        />
        <span aria-hidden className="pointer-events-none absolute top-1.5 right-1.5 max-md:hidden peer-focus:hidden">
          <Kbd>/</Kbd>
        </span>
      </form>
      {!open && (
        <Button size="icon" className="md:hidden" aria-label="Search" onClick={() => setOpen(true)}>
          <Search size={16} aria-hidden />
        </Button>
      )}
    </>
  )
}
