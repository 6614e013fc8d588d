import Link from 'next/link'
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

/** The whole at a glance: one bar of all texts, each part a link to exactly its texts. */
export function LandingBar({ counts, href }: { counts: StateCounts; href: (state: State) => string }) {
  const all = STATES.reduce((sum, state) => sum + counts[state], 0)
  if (all === 0) return <div className="h-[34px] rounded-[7px] border border-dashed border-line-strong" aria-hidden />
  return (
    <nav aria-label="All texts by state" className="flex h-[34px] gap-0.5">
      {STATES.filter((state) => counts[state] > 0).map((state) => (
        <Link
          key={state}
          href={href(state)}
          prefetch={false}
          // Never thinner than can be seen and hit; the growth does the proportion.
          style={{ flexGrow: counts[state] }}
          title={`${STATE_WORDS[state].label}: ${plural(counts[state], 'text')}, ${formatPercent(counts[state] / all)}`}
          aria-label={`${STATE_WORDS[state].label}: ${plural(counts[state], 'text')}, ${formatPercent(counts[state] / all)}`}
          className={cn(
            'min-w-1.5 basis-0 transition-[flex-grow,filter] duration-500 first:rounded-l-[7px] last:rounded-r-[7px] hover:brightness-110',
            FILL[state],
          )}
        />
      ))}
    </nav>
  )
}
