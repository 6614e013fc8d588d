import { infiniteQueryOptions, keepPreviousData, type QueryKey } from '@tanstack/react-query'
import { callbackList } from '@/lib/contracts/callback'
import { api } from './api'

export const CALLBACKS_PAGE = 50

/** What narrows the list of callbacks; the names are those of the REST API and of the address bar. */
export interface CallbacksFilter {
  outcome?: string
  quarantined?: string
  connection?: string
  code?: string
}

/** What arrived, page by page, newest first. Not a live query: see `messagesOptions`. */
export function callbacksOptions(filter: CallbacksFilter) {
  const query = callbacksQuery(filter)
  return infiniteQueryOptions({
    queryKey: ['callbacks', query] as QueryKey,
    queryFn: ({ pageParam, signal }) =>
      api(callbackList, '/callbacks', { query: { ...query, limit: CALLBACKS_PAGE, cursor: pageParam }, signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.nextCursor,
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  })
}

/** The filter without what is not set: as query parameters and as part of a query key. */
export function callbacksQuery(filter: CallbacksFilter): Record<string, string> {
  return Object.fromEntries(Object.entries(filter).filter((entry): entry is [string, string] => Boolean(entry[1])))
}
