import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { Filter } from '@/lib/contracts/filter'
import { summary } from '@/lib/contracts/metrics'
import { api } from './api'
import { filterKey } from './filterKey'
import { LIVE_KEY } from './refreshLiveQueries'

/** The figures of a range: counts by state, rate, failure reasons, groups. Keeps the old ones while new ones load. */
export function summaryOptions(filter: Filter) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'summary', filterKey(filter)],
    queryFn: ({ signal }) => api(summary, '/metrics/summary', { query: filter, signal }),
    placeholderData: keepPreviousData,
  })
}
