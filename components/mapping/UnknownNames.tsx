'use client'

import { Pill } from '@/components/ui/Pill'
import { Select } from '@/components/ui/Select'
import type { Meaning } from './NewName'

interface UnknownNamesProps<T extends string> {
  /** "Words" or "Codes". */
  what: string
  names: readonly { code: string; count: number }[]
  meanings: readonly Meaning<T>[]
  onAdd: (name: string, meaning: T) => void
}

/** Words or codes that the samples show and the table does not know; saying what one means adds it. */
export function UnknownNames<T extends string>({ what, names, meanings, onAdd }: UnknownNamesProps<T>) {
  if (names.length === 0) return null
  return (
    <section aria-label={`${what} that nobody knows`} className="grid gap-1.5 rounded-sm bg-warn-wash px-3 py-2.5">
      <h3 className="font-semibold">Seen in the samples, not in the table</h3>
      <ul className="grid gap-1.5">
        {names.map(({ code, count }) => (
          <li key={code} className="flex flex-wrap items-center gap-2">
            <code className="font-mono text-[13px] break-all">{code}</code>
            {count > 1 && <Pill>{count} times</Pill>}
            <Select
              label={`Meaning of ${code}`}
              value={null}
              placeholder="means…"
              options={meanings}
              onChange={(meaning) => meaning !== null && onAdd(code, meaning as T)}
              className="ml-auto"
            />
          </li>
        ))}
      </ul>
    </section>
  )
}
