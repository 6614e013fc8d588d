import { keepPreviousData, type QueryKey, queryOptions } from '@tanstack/react-query'
import { type ActivityRange, activitySeries } from '@/lib/contracts/activity'
import { api } from './api'
import { CONNECTIONS_KEY, GAUGES_EVERY_MS } from './connectionsActivityOptions'

/** What one connection did over a range; longer ranges move more slowly. */
export function connectionActivityOptions(id: string, range: ActivityRange) {
  return queryOptions({
    queryKey: [CONNECTIONS_KEY, 'activity', id, range] as QueryKey,
    queryFn: ({ signal }) =>
      api(activitySeries, `/connections/${encodeURIComponent(id)}/activity`, { query: { range }, signal }),
    refetchInterval: range === 'hour' ? GAUGES_EVERY_MS : 30_000,
    placeholderData: keepPreviousData,
  })
}
