import { queryOptions } from '@tanstack/react-query'
import { codeDictionary } from '@/lib/contracts/codes'
import { api } from './api'

/** The code dictionary. The browser keeps it and asks whether it has changed. */
export function codesOptions() {
  return queryOptions({
    queryKey: ['codes'],
    queryFn: ({ signal }) => api(codeDictionary, '/codes', { signal }),
    staleTime: 30_000,
  })
}
