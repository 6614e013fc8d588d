'use client'

import { Explain } from '@/components/ui/Explain'
import { cn } from '@/components/ui/cn'
import { useLive } from '@/lib/client/LiveProvider'
import { livePillWords } from './livePillWords'

const DOT = {
  connecting: 'border-[1.5px] border-pending',
  live: 'bg-delivered ring-3 ring-delivered-wash',
  behind: 'bg-warn ring-3 ring-warn-wash',
  offline: 'bg-failed ring-3 ring-failed-wash',
} as const

/** Says how fresh this screen is, also when that is bad. */
export function LivePill() {
  const reading = useLive()
  const words = livePillWords(reading)
  return (
    <Explain
      className="inline-flex h-8 shrink-0 items-center gap-2 rounded-sm border border-line bg-surface px-2.5 whitespace-nowrap text-ink-2 no-underline hover:border-line-strong"
      text={words.explanation}
    >
      <span aria-hidden className={cn('size-[7px] rounded-full', DOT[reading.state])} />
      {/* Only a change of the state is worth an announcement; the seconds are not. */}
      <span aria-live="polite" className={cn('font-medium text-ink', reading.state === 'offline' && 'text-failed')}>
        {words.state}
      </span>
      {words.detail && <span className="-ml-1 tabular-nums">· {words.detail}</span>}
    </Explain>
  )
}
