import { dehydrate, HydrationBoundary } from '@tanstack/react-query'
import type { Metadata } from 'next'
import type { SearchParams } from 'nuqs/server'
import { CALLBACKS_PAGE, callbacksOptions, callbacksQuery } from '@/lib/client/callbacksOptions'
import { callbacksHeadOptions } from '@/lib/client/callbacksHeadOptions'
import { createQueryClient } from '@/lib/client/createQueryClient'
import { OPEN_QUARANTINE_PAGE, openQuarantineOptions } from '@/lib/client/openQuarantineOptions'
import { callbackListQuery } from '@/lib/contracts/callback'
import { callbacks } from '@/lib/queries/callbacks'
import { CallbacksClient } from './client'
import { loadCallbacksSearchParams, toCallbacksFilter } from './search-params'

export const metadata: Metadata = { title: 'Callbacks' }

export default async function CallbacksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filter = toCallbacksFilter(await loadCallbacksSearchParams(searchParams))
  const query = callbackListQuery.safeParse({ ...callbacksQuery(filter), limit: CALLBACKS_PAGE })
  const queryClient = createQueryClient()
  await Promise.all([
    query.success &&
      queryClient.prefetchInfiniteQuery({ ...callbacksOptions(filter), queryFn: () => callbacks(query.data) }),
    queryClient.prefetchQuery({
      ...openQuarantineOptions(),
      queryFn: () => callbacks({ quarantined: 'open', limit: OPEN_QUARANTINE_PAGE }),
    }),
    queryClient.prefetchQuery({ ...callbacksHeadOptions({}, 1), queryFn: () => callbacks({ limit: 1 }) }),
  ])
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <CallbacksClient renderedAt={new Date().toISOString()} />
    </HydrationBoundary>
  )
}
