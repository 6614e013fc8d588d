import { queryOptions } from '@tanstack/react-query'
import { providerList } from '@/lib/contracts/connection'
import { api } from './api'

/** The providers that can be connected, with the fields of their forms. They change only with a new version. */
export function providersOptions() {
  return queryOptions({
    queryKey: ['providers'],
    queryFn: ({ signal }) => api(providerList, '/providers', { signal }),
    staleTime: Infinity,
  })
}
