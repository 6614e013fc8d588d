import { queryOptions } from '@tanstack/react-query'
import { connectionActivityList } from '@/lib/contracts/activity'
import { api } from './api'

/** What follows connections at a pace of its own: gauges are written every second and need no event. */
export const CONNECTIONS_KEY = 'connections'
export const GAUGES_EVERY_MS = 3_000

/** What every connection did in the last hour. */
export function connectionsActivityOptions() {
  return queryOptions({
    queryKey: [CONNECTIONS_KEY, 'activity'],
    queryFn: ({ signal }) => api(connectionActivityList, '/connections/activity', { signal }),
    refetchInterval: GAUGES_EVERY_MS,
  })
}
