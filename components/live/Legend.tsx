import Link from 'next/link'
import type { ReactNode } from 'react'
import { Explain } from '@/components/ui/Explain'
import { StateMark } from '@/components/ui/StateMark'
import { STATE_WORDS } from '@/components/ui/stateWords'
import type { Summary } from '@/lib/contracts/metrics'
import { formatCount } from '@/lib/format/number'
import { formatPercent } from '@/lib/format/percent'
import { STATES, type State } from '@/lib/status/state'
import { CountUp } from './CountUp'
import { COVERAGE_MEANING } from './meanings'

/** The four counts, each a link to its texts, and how much of all is settled. */
export function Legend({ summary, href }: { summary: Summary; href: (state: State) => string }) {
  const all = STATES.reduce((sum, state) => sum + summary.counts[state], 0)
  return (
    <dl className="mt-3.5 mb-5 grid grid-cols-2 gap-x-2 gap-y-3 sm:grid-cols-3 lg:grid-cols-5">
      {STATES.map((state) => (
        <div key={state} className="leading-tight">
          <dt>
            <StateMark state={state}>
              <Explain text={STATE_WORDS[state].meaning} className="min-h-6 no-underline hover:underline">
                {STATE_WORDS[state].label}
              </Explain>
            </StateMark>
          </dt>
          <dd>
            <Link
              href={href(state)}
              prefetch={false}
              className="inline-block text-xl font-semibold tracking-[-0.02em] decoration-1 underline-offset-4 hover:underline"
            >
              <CountUp value={summary.counts[state]} />
              <span className="sr-only"> {STATE_WORDS[state].label.toLowerCase()} texts</span>
            </Link>
            <Small>{shareOf(state, summary, all)}</Small>
          </dd>
        </div>
      ))}
      <div className="leading-tight">
        <dt className="text-ink-2">
          <Explain text={COVERAGE_MEANING} className="min-h-6">
            Coverage
          </Explain>
        </dt>
        <dd className="text-xl font-semibold tracking-[-0.02em] tabular-nums">
          {summary.coverage === null ? '–' : formatPercent(summary.coverage)}
          <Small>settled of {formatCount(all)}</Small>
        </dd>
      </div>
    </dl>
  )
}

function shareOf(state: State, { counts, rate }: Summary, all: number): string {
  if (all === 0) return 'none'
  if (state === 'delivered' || state === 'failed') {
    if (!rate) return 'nothing settled yet'
    return `${formatPercent(counts[state] / rate.n)} of settled`
  }
  return `${formatPercent(counts[state] / all)} of all`
}

function Small({ children }: { children: ReactNode }) {
  return <span className="block text-xs font-normal tracking-normal text-ink-3">{children}</span>
}
