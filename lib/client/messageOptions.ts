import { queryOptions } from '@tanstack/react-query'
import { messageDetail } from '@/lib/contracts/message'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** One message with all its receipts; follows the news. */
export function messageOptions(id: string) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'message', id],
    queryFn: ({ signal }) => api(messageDetail, `/messages/${encodeURIComponent(id)}`, { signal }),
  })
}
