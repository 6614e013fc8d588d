import { queryOptions } from '@tanstack/react-query'
import { connectionList } from '@/lib/contracts/connection'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** All connections, with when each last called. */
export function connectionsOptions() {
  return queryOptions({
    queryKey: [LIVE_KEY, 'connections'],
    queryFn: ({ signal }) => api(connectionList, '/connections', { signal }),
  })
}
