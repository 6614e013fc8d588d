import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Filter } from '@/lib/contracts/filter'
import { series } from '@/lib/contracts/metrics'
import { api } from './api'
import { filterKey } from './filterKey'
import { LIVE_KEY } from './refreshLiveQueries'

/** Counts by state over the time of sending; the server chooses the grain by the length of the range. */
export function seriesOptions(filter: Filter) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'series', filterKey(filter)],
    queryFn: ({ signal }) => api(series, '/metrics/series', { query: filter, signal }),
    placeholderData: keepPreviousData,
  })
}
