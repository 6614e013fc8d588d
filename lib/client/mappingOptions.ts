import { queryOptions } from '@tanstack/react-query'
import { connectionMapping } from '@/lib/contracts/mappingApi'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** The mapping of a connection, its draft and how many callbacks wait for it. */
export function mappingOptions(connection: string) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'mapping', connection],
    queryFn: ({ signal }) =>
      api(connectionMapping, `/connections/${encodeURIComponent(connection)}/mapping`, { signal }),
  })
}
