import { queryOptions } from '@tanstack/react-query'
import { feed } from '@/lib/contracts/message'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

export const FEED_LENGTH = 12

/** The newest receipts, newest first. */
export function feedOptions() {
  return queryOptions({
    queryKey: [LIVE_KEY, 'feed'],
    queryFn: ({ signal }) => api(feed, '/receipts/feed', { query: { limit: FEED_LENGTH }, signal }),
  })
}
