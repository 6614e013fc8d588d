import { queryOptions } from '@tanstack/react-query'
import { diagnosis } from '@/lib/contracts/doctor'
import { api } from './api'

/** Why a callback was refused. It only looks: nothing changes by asking. */
export function diagnosisOptions(callbackId: string, registeredUrl: string | undefined) {
  return queryOptions({
    queryKey: ['callbacks', 'diagnosis', callbackId, registeredUrl ?? ''],
    queryFn: ({ signal }) =>
      api(diagnosis, `/callbacks/${encodeURIComponent(callbackId)}/diagnosis`, {
        method: 'POST',
        body: registeredUrl ? { registeredUrl } : {},
        signal,
      }),
    staleTime: 30_000,
    retry: false,
  })
}
