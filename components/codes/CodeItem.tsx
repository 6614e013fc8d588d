'use client'

import { ChevronRight } from 'lucide-react'
import { useId } from 'react'
import { cn } from '@/components/ui/cn'
import { Pill } from '@/components/ui/Pill'
import { StateMark } from '@/components/ui/StateMark'
import { STATUS_WORDS } from '@/components/ui/stateWords'
import type { CodeDictionary, CodeEntry } from '@/lib/contracts/codes'
import { FAILURE_LABELS } from '@/lib/status/failureClass'
import { stateOf } from '@/lib/status/state'
import { CodeDetail } from './CodeDetail'
import type { OverrideWish } from './OverrideDialog'

interface CodeItemProps {
  entry: CodeEntry
  provider: string
  steps: CodeDictionary['steps'][string] | undefined
  isOpen: boolean
  onToggle: () => void
  onWish: (wish: OverrideWish) => void
}

const GRID =
  'grid grid-cols-[16px_minmax(0,150px)_minmax(0,130px)_minmax(0,1fr)_minmax(0,190px)] items-baseline gap-x-4 gap-y-0.5 max-md:grid-cols-[16px_minmax(0,1fr)_auto] max-md:gap-x-2'

/** One word or code on a line; opened, everything that is known of it. */
export function CodeItem({ entry, provider, steps, isOpen, onToggle, onWish }: CodeItemProps) {
  const id = useId()
  return (
    <>
      <button
        type="button"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={onToggle}
        className={cn(GRID, 'w-full px-4 py-2 text-left hover:bg-sunken/60 focus-visible:-outline-offset-2')}
      >
        <ChevronRight
          size={14}
          aria-hidden
          className={cn('self-center text-ink-3 transition-transform', isOpen && 'rotate-90')}
        />
        <span className="truncate font-mono text-[12.5px]" title={entry.code}>
          {entry.code}
        </span>
        <span className="truncate text-ink-2 max-md:text-right max-md:text-xs max-md:text-ink-3">
          {entry.connection?.name ?? provider}
        </span>
        <span className="line-clamp-2 text-ink-2 max-md:col-start-2 max-md:col-end-4">{!isOpen && entry.plain}</span>
        <span className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1 max-md:col-start-2 max-md:col-end-4">
          <Judged entry={entry} />
          {entry.override && <Pill tone="warn">said here</Pill>}
        </span>
      </button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <CodeDetail entry={entry} provider={provider} steps={steps} onWish={onWish} />}
      </div>
    </>
  )
}

function Judged({ entry: { status, failureClass } }: { entry: CodeEntry }) {
  if (status !== null)
    return (
      <StateMark state={stateOf(status)}>
        <span className="truncate">{failureClass ? FAILURE_LABELS[failureClass] : STATUS_WORDS[status]}</span>
      </StateMark>
    )
  return <span className="truncate">{failureClass && FAILURE_LABELS[failureClass]}</span>
}
