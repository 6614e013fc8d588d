import { Ban, Check, CirclePause, Minus, RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import { cn } from '@/components/ui/cn'
import type { OutcomeMark as Mark } from './outcomeWords'

const MARKS = { check: Check, skip: Minus, hold: CirclePause, stop: Ban, resolved: RotateCw }
const TONES: Record<Mark, string> = {
  check: 'text-delivered',
  skip: 'text-ink-3',
  hold: 'text-warn',
  stop: 'text-failed',
  resolved: 'text-ink-3',
}

/** What became of a callback: a shape of its own for each outcome, with its word beside it. */
export function OutcomeMark({ mark, children }: { mark: Mark; children: ReactNode }) {
  const Icon = MARKS[mark]
  return (
    <span className="inline-flex min-w-0 items-center gap-1.5">
      <Icon size={14} strokeWidth={2.25} aria-hidden className={cn('shrink-0', TONES[mark])} />
      {children}
    </span>
  )
}
