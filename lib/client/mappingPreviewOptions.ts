import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { mappingPreview, type MappingPreviewRequest } from '@/lib/contracts/mappingApi'
import { api } from './api'
import { LIVE_KEY } from './refreshLiveQueries'

/** What a mapping makes of callbacks; read anew when callbacks arrive, the one before stays on screen meanwhile. */
export function mappingPreviewOptions(connection: string, request: MappingPreviewRequest) {
  return queryOptions({
    queryKey: [LIVE_KEY, 'mapping-preview', connection, request],
    queryFn: ({ signal }) =>
      api(mappingPreview, `/connections/${encodeURIComponent(connection)}/mapping/preview`, {
        method: 'POST',
        body: request,
        signal,
      }),
    placeholderData: keepPreviousData,
  })
}
