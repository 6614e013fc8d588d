'use client'

import type { CallbackList } from '@/lib/contracts/callback'
import { formatCount } from '@/lib/format/number'
import { countCodes } from './countCodes'
import { quarantineMeaning } from './quarantineMeaning'

interface QuarantineAdviceProps {
  open: CallbackList
  /** The code that the list is narrowed to. */
  code: string | null
  onCode: (code: string | null) => void
}

/** Each reason that keeps callbacks in quarantine, once, with what to do about it. A press narrows the list to it. */
export function QuarantineAdvice({ open, code, onCode }: QuarantineAdviceProps) {
  return (
    <ul className="mb-3 grid gap-2 md:grid-cols-2">
      {countCodes(open.items).map(([each, count]) => {
        const { label, advice } = quarantineMeaning(each)
        const on = each === code
        return (
          <li key={each}>
            <button
              type="button"
              aria-pressed={on}
              onClick={() => onCode(on ? null : each)}
              className="grid h-full w-full content-start gap-0.5 rounded-lg border border-line bg-surface px-4 py-3 text-left hover:border-line-strong aria-pressed:border-accent aria-pressed:bg-accent-wash"
            >
              <span className="font-semibold">
                {label} <span className="font-normal text-ink-3">{formatCount(count)}</span>
              </span>
              <span className="text-sm text-ink-2">{advice}</span>
            </button>
          </li>
        )
      })}
    </ul>
  )
}
