'use client'

import { useQuery } from '@tanstack/react-query'
import { useQueryStates } from 'nuqs'
import { useMemo } from 'react'
import { FirstRun } from '@/components/first-run/FirstRun'
import { filterScope } from '@/components/live/filterScope'
import { liveFilter, rangeNameOf } from '@/components/live/liveFilter'
import { LiveFilters } from '@/components/live/LiveFilters'
import { LiveOverview } from '@/components/live/LiveOverview'
import { liveParams } from '@/components/live/liveParams'
import { LiveSkeleton } from '@/components/live/LiveSkeleton'
import { RangePicker } from '@/components/live/RangePicker'
import { rangeWords } from '@/components/live/rangeWords'
import { useQuarterClock } from '@/components/live/useQuarterClock'
import { useShownView } from '@/components/live/useShownView'
import { describeRange } from '@/components/messages/describeRange'
import { Screen } from '@/components/shell/Screen'
import { cn } from '@/components/ui/cn'
import { ProblemNotice } from '@/components/ui/ProblemNotice'
import { Sentence } from '@/components/ui/Sentence'
import { useTimeZone } from '@/lib/client/BusinessZone'
import { connectionsOptions } from '@/lib/client/connectionsOptions'
import { seriesOptions } from '@/lib/client/seriesOptions'
import { summaryOptions } from '@/lib/client/summaryOptions'
import { useStandingError } from '@/lib/client/useStandingError'

/** The Live screen: the address bar decides what is shown, the cache follows the live stream. */
export function LiveScreen({ now: serverNow }: { now: string }) {
  const timeZone = useTimeZone()
  const now = useQuarterClock(useMemo(() => new Date(serverNow), [serverNow]))
  const [params, setParams] = useQueryStates(liveParams, { history: 'push' })
  const filter = useMemo(() => liveFilter(params, now, timeZone), [params, now, timeZone])
  const summary = useQuery(summaryOptions(filter))
  const series = useQuery(seriesOptions(filter))
  // The carriers to choose from are those of all carriers, not of the chosen one.
  const { carrier: _, ...allCarriers } = filter
  const choices = useQuery(summaryOptions(allCarriers))
  const connections = useQuery(connectionsOptions())
  const problem = useStandingError(summary)

  const name = rangeNameOf(params)
  const words = useMemo(() => rangeWords(name, describeRange(filter, now, timeZone)), [name, filter, now, timeZone])
  const carriers = choices.data?.carriers ?? []
  const labelOf = {
    connection: connections.data?.items.find((each) => each.id === params.connection)?.name ?? params.connection,
    carrier: carriers.find((each) => each.key === params.carrier)?.label ?? params.carrier,
  }
  const zoom = (from: Date, to: Date) => setParams({ range: null, from, to })
  const own = summary.data !== undefined && !summary.isPlaceholderData
  const view = useShownView(
    { summary: summary.data, filter, words, scope: filterScope(labelOf.connection, labelOf.carrier) },
    own,
  )
  if (summary.data && !summary.data.hasAnyMessage)
    return (
      <Screen>
        <FirstRun />
      </Screen>
    )
  // Old figures of another selection beside an error would be taken for the ones that were asked for.
  const shown = problem && !own ? null : view
  const tools = (
    <>
      <LiveFilters
        connections={connections.data?.items ?? []}
        carriers={carriers}
        connection={params.connection}
        carrier={params.carrier}
        onConnection={(connection) => setParams({ connection })}
        onCarrier={(carrier) => setParams({ carrier })}
      />
      <RangePicker
        name={name}
        label={words.label}
        range={filter}
        onName={(range) => setParams({ range: range === 'today' ? null : range, from: null, to: null })}
        onRange={zoom}
      />
    </>
  )
  return (
    <Screen tools={tools}>
      {!shown?.summary && problem && <Sentence parts={[{ text: 'The figures cannot be read right now.' }]} />}
      <ProblemNotice className="mt-3" error={problem} onRetry={() => void summary.refetch()} />
      {!shown?.summary && !problem && <LiveSkeleton />}
      {shown?.summary && (
        <div aria-busy={!own} className={cn('transition-opacity', !own && 'pointer-events-none opacity-60')}>
          <LiveOverview {...shown} summary={shown.summary} series={series} onZoom={zoom} />
        </div>
      )}
    </Screen>
  )
}
