'use client'

import Link from 'next/link'
import { useState } from 'react'
import { cn } from '@/components/ui/cn'
import { STATE_WORDS } from '@/components/ui/stateWords'
import type { StateCounts } from '@/lib/contracts/metrics'
import { plural } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { STATES, type State } from '@/lib/status/state'

const FILL: Record<State, string> = {
  delivered: 'bg-delivered',
  failed: 'bg-failed',
  unconfirmed: 'bg-unconfirmed',
  pending: 'hatched',
}
const ENDS = 'first:rounded-l-[7px] last:rounded-r-[7px]'

/**
 * The whole at a glance: one bar of all texts, each part a link to exactly its texts. The parts are drawn in their true
 * proportion; the links above them are never narrower than a finger or an unsteady hand needs.
 */
export function LandingBar({ counts, href }: { counts: StateCounts; href: (state: State) => string }) {
  const [active, setActive] = useState<State | null>(null)
  const all = STATES.reduce((sum, state) => sum + counts[state], 0)
  const present = STATES.filter((state) => counts[state] > 0)
  if (all === 0) return <div className="h-[34px] rounded-[7px] border border-dashed border-line-strong" aria-hidden />
  return (
    <nav aria-label="All texts by state" className="relative h-[34px]">
      <div aria-hidden className="flex h-full gap-0.5">
        {present.map((state) => (
          <span
            key={state}
            style={{ flexGrow: counts[state] }}
            className={cn(
              'min-w-[3px] basis-0 transition-[flex-grow,opacity] duration-500',
              ENDS,
              FILL[state],
              active && active !== state && 'opacity-45',
            )}
          />
        ))}
      </div>
      <div className="absolute inset-0 flex" onPointerLeave={() => setActive(null)}>
        {present.map((state) => {
          const name = `${STATE_WORDS[state].label}: ${plural(counts[state], 'text')}, ${formatPercent(counts[state] / all)} of all`
          return (
            <Link
              key={state}
              href={href(state)}
              prefetch={false}
              title={name}
              aria-label={name}
              style={{ flexGrow: counts[state] }}
              className={cn('min-w-6 basis-0', ENDS)}
              onPointerEnter={() => setActive(state)}
              onFocus={() => setActive(state)}
              onBlur={() => setActive(null)}
            />
          )
        })}
      </div>
    </nav>
  )
}
