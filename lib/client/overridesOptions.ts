import { queryOptions } from '@tanstack/react-query'
import { type CodeKind, codeOverrideList } from '@/lib/contracts/codes'
import { api } from './api'

/** What was said here of one word or code, newest first, with what has ended. */
export function overridesOptions({ adapter, kind, code }: { adapter: string; kind: CodeKind; code: string }) {
  return queryOptions({
    queryKey: ['codes', 'overrides', adapter, kind, code],
    queryFn: ({ signal }) => api(codeOverrideList, '/codes/overrides', { query: { adapter, kind, code }, signal }),
  })
}
