import type { CodeKind } from '@/lib/contracts/codes'
import { queryString } from './api'

/** The dictionary, open at one word or code. */
export function codesHref({ adapter, kind, code }: { adapter: string; kind: CodeKind; code: string }): string {
  return `/codes${queryString({ provider: adapter, kind, q: code, open: codeKey({ adapter, kind, code, connection: null }) })}`
}

/** Names an entry of the dictionary in the address bar. */
export function codeKey(entry: {
  adapter: string
  kind: CodeKind
  code: string
  connection: { id: string } | null
}): string {
  const { adapter, kind, code, connection } = entry
  return [adapter, kind, ...(connection ? [connection.id] : []), code].join(':')
}
