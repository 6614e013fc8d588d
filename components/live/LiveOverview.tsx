'use client'

import { Card } from '@/components/ui/Card'
import { cn } from '@/components/ui/cn'
import { EmptyState } from '@/components/ui/EmptyState'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { Skeleton } from '@/components/ui/Skeleton'
import { messagesHref } from '@/lib/client/messagesHref'
import type { Filter } from '@/lib/contracts/filter'
import type { Series, Summary } from '@/lib/contracts/metrics'
import { FailureReasons } from './FailureReasons'
import { Feed } from './Feed'
import { LandingBar } from './LandingBar'
import { Legend } from './Legend'
import { openingSentence } from './openingSentence'
import type { RangeWords } from './rangeWords'
import { RateTable } from './RateTable'
import { SubLine } from './SubLine'
import { TimeChart } from './TimeChart'

interface LiveOverviewProps {
  summary: Summary
  series: { data: Series | undefined; error: Error | null; isPlaceholderData: boolean; refetch: () => unknown }
  filter: Filter
  words: RangeWords
  scope: string
  onZoom: (from: Date, to: Date) => void
}

/** The overview itself: sentence, landing bar, legend, and the details that lead to rows. */
export function LiveOverview({ summary, series, filter, words, scope, onZoom }: LiveOverviewProps) {
  const all = Object.values(summary.counts).reduce((sum, count) => sum + count, 0)
  return (
    <>
      <Sentence parts={openingSentence(summary, words, scope)} sub={<SubLine summary={summary} />} />
      <LandingBar counts={summary.counts} href={(state) => messagesHref({ ...filter, state })} />
      <Legend summary={summary} href={(state) => messagesHref({ ...filter, state })} />
      {all === 0 ? (
        <section className="rounded-lg border border-line bg-surface">
          <EmptyState title="Nothing to draw in this range.">
            <p>
              No text of this selection was sent in it. Choose a longer range above{scope && ', or fewer filters'}.
              Receipts that arrive are shown below, whatever the range.
            </p>
          </EmptyState>
        </section>
      ) : (
        <Details {...{ summary, series, filter, onZoom }} />
      )}
      <div className="mt-4">
        <Feed />
      </div>
    </>
  )
}

function Details({ summary, series, filter, onZoom }: Omit<LiveOverviewProps, 'words' | 'scope'>) {
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-4">
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1fr)_340px]">
        {series.data ? (
          // Bars of the range before may be looked at, not clicked.
          <div className={cn('transition-opacity', series.isPlaceholderData && 'pointer-events-none opacity-60')}>
            <TimeChart
              series={series.data}
              href={(from, to) => messagesHref({ ...filter, from, to })}
              onZoom={onZoom}
            />
          </div>
        ) : (
          <Card title="Texts by time sent">
            {series.error ? (
              <ProblemNotice error={series.error} onRetry={() => void series.refetch()} />
            ) : (
              <Skeleton className="h-[280px]" />
            )}
          </Card>
        )}
        <FailureReasons
          summary={summary}
          href={(failureClass) =>
            messagesHref({ ...filter, state: 'failed', ...(failureClass ? { failureClass } : {}) })
          }
        />
      </div>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-4 lg:grid-cols-[minmax(0,1.1fr)_minmax(0,1fr)]">
        <RateTable
          title="Carriers"
          of="Carrier"
          groups={summary.carriers}
          overall={summary.rate}
          href={(carrier) => messagesHref({ ...filter, carrier })}
        />
        <RateTable
          title="Connections"
          of="Connection"
          groups={summary.connections}
          overall={summary.rate}
          href={(connection) => messagesHref({ ...filter, connection })}
        />
      </div>
    </div>
  )
}
