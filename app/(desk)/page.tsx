import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { SearchParams } from 'nuqs/server'
import { liveFilter } from '@/components/live/liveFilter'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { FEED_LENGTH, feedOptions } from '@/lib/client/feedOptions'
import { seriesOptions } from '@/lib/client/seriesOptions'
import { summaryOptions } from '@/lib/client/summaryOptions'
import { readEnv } from '@/lib/env'
import { feed } from '@/lib/queries/feed'
import { series } from '@/lib/queries/series'
import { summary } from '@/lib/queries/summary'
import { LiveScreen } from './client'
import { loadLiveParams } from './search-params'

/** The overview with its first figures in the page itself. What fails here is asked again by the browser, which says why. */
export default async function LivePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const now = new Date()
  const filter = liveFilter(await loadLiveParams(searchParams), now, readEnv().timeZone)
  const queryClient = createQueryClient()
  await Promise.all([
    queryClient.prefetchQuery({ ...summaryOptions(filter), queryFn: () => summary(filter) }),
    queryClient.prefetchQuery({ ...seriesOptions(filter), queryFn: () => series(filter) }),
    queryClient.prefetchQuery({ ...feedOptions(), queryFn: () => feed(FEED_LENGTH) }),
  ])
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <LiveScreen now={now.toISOString()} />
    </HydrationBoundary>
  )
}
