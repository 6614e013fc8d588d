import { queryOptions } from '@tanstack/react-query'
import { callbackDetail } from '@/lib/contracts/callback'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** One callback with headers and body. Its bytes never change, but a replay changes what became of it. */
export function callbackOptions(id: string) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'callback', id],
    queryFn: ({ signal }) => api(callbackDetail, `/callbacks/${encodeURIComponent(id)}`, { signal }),
  })
}
