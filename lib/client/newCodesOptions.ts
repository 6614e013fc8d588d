import { queryOptions } from '@tanstack/react-query'
import { newCodeList } from '@/lib/contracts/codes'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** Words and codes that nobody knows, as they arrive. */
export function newCodesOptions() {
  return queryOptions({
    queryKey: [LIVE_KEY, 'newCodes'],
    queryFn: ({ signal }) => api(newCodeList, '/codes/new', { signal }),
  })
}
