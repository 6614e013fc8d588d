import { queryOptions } from '@tanstack/react-query'
import { connectionLoss } from '@/lib/contracts/changeConnection'
import { api } from './api'

/** What a removal of a connection would take away, counted when it is asked for. */
export function connectionLossOptions(id: string) {
  return queryOptions({
    queryKey: ['connection-loss', id],
    queryFn: ({ signal }) => api(connectionLoss, `/connections/${encodeURIComponent(id)}/loss`, { signal }),
    gcTime: 0,
  })
}
