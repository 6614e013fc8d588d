import { type QueryKey, queryOptions } from '@tanstack/react-query'
import { callbackList } from '@/lib/contracts/callback'
import { api } from './api'
import { CALLBACKS_PAGE, type CallbacksFilter, callbacksQuery } from './callbacksOptions'
import { LIVE_KEY } from './refreshLiveQueries'

/** The newest callbacks of a filter as they are now. */
export function callbacksHeadOptions(filter: CallbacksFilter, limit = CALLBACKS_PAGE) {
  const query = callbacksQuery(filter)
  return queryOptions({
    queryKey: [LIVE_KEY, 'callbacks', query, limit] as QueryKey,
    queryFn: ({ signal }) => api(callbackList, '/callbacks', { query: { ...query, limit }, signal }),
  })
}
