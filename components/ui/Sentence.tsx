import type { ReactNode } from 'react'
import { cn } from './cn'

/** A stretch of an opening sentence. Tones: `good` blue, `bad` vermilion, `quiet` grey, `strong` none of these. */
export interface SentencePart {
  text: string
  tone?: 'good' | 'bad' | 'quiet'
}

const TONE = { good: 'text-delivered', bad: 'text-failed', quiet: 'text-ink-3' } as const

/** What is emphasised stays on one line while it is short enough for a phone. Longer, it must be able to break. */
const ONE_LINE = 28

/** The sentence that opens a screen (its h1) and the line that says what it is based on. */
export function Sentence({ parts, sub }: { parts: readonly SentencePart[]; sub?: ReactNode }) {
  return (
    <header className="mt-3 mb-5">
      <h1 className="max-w-[32em] text-[21px] leading-[1.25] font-semibold tracking-[-0.02em] text-balance md:text-2xl">
        {parts.map((part, i) => (
          <span key={i} className={cn(part.tone && TONE[part.tone], isOneLine(part) && 'whitespace-nowrap')}>
            {part.text}
          </span>
        ))}
      </h1>
      {sub && <div className="mt-1 text-ink-3">{sub}</div>}
    </header>
  )
}

function isOneLine({ tone, text }: SentencePart): boolean {
  return (tone === 'good' || tone === 'bad') && text.length <= ONE_LINE
}
