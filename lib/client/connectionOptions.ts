import { queryOptions } from '@tanstack/react-query'
import { connection } from '@/lib/contracts/connection'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** One connection. */
export function connectionOptions(id: string) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'connection', id],
    queryFn: ({ signal }) => api(connection, `/connections/${encodeURIComponent(id)}`, { signal }),
  })
}
