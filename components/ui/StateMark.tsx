import type { ReactNode } from 'react'
import type { State } from '@/lib/status/state'
import { cn } from './cn'
import { STATE_WORDS } from './stateWords'

/**
 * The mark of a state with words beside it: ● delivered ▲ failed ◆ unconfirmed ◌ pending. Without children the state's
 * own name; `children={null}` draws the mark alone, named for screen readers.
 */
export function StateMark({ state, className, children }: { state: State; className?: string; children?: ReactNode }) {
  const words = children === undefined ? STATE_WORDS[state].label : children
  return (
    <span className={cn('inline-flex max-w-full min-w-0 items-center gap-1.5', className)}>
      <svg
        width="9"
        height="9"
        viewBox="0 0 10 10"
        className="shrink-0 overflow-visible"
        {...(words === null ? { role: 'img', 'aria-label': STATE_WORDS[state].label } : { 'aria-hidden': true })}
      >
        {MARKS[state]}
      </svg>
      {words}
    </span>
  )
}

const MARKS: Record<State, ReactNode> = {
  delivered: <circle cx="5" cy="5" r="4.2" className="fill-delivered" />,
  failed: <path d="M5 .6 9.6 9.2H.4Z" className="fill-failed" />,
  unconfirmed: <path d="M5 .2 9.8 5 5 9.8.2 5Z" className="fill-unconfirmed" />,
  pending: (
    <circle cx="5" cy="5" r="4.2" fill="none" strokeWidth="1.4" strokeDasharray="2.1 1.65" className="stroke-pending" />
  ),
}
