import type { Repair } from '@/lib/contracts/connectionSettings'
import type { CallbackRequest } from '@/lib/providers/types'

/** Headers in which proxies pass on the path before they changed it. */
const ORIGINAL_PATH = ['x-original-uri', 'x-original-url', 'x-rewrite-url', 'x-forwarded-uri', 'x-envoy-original-path']

/** A slash at the end, and a beginning of the path that a proxy took off. */
export function pathRepairs(request: CallbackRequest, registeredUrl?: string): Repair[] {
  const path = pathOf(request.url)
  const slash: Repair = { kind: 'path_slash', slash: path.endsWith('/') ? 'without' : 'with' }
  return [slash, ...prefixes(request, path, registeredUrl).map((prefix): Repair => ({ kind: 'path_prefix', prefix }))]
}

function prefixes({ headers }: CallbackRequest, path: string, registeredUrl?: string): string[] {
  const whole = [...ORIGINAL_PATH.map((name) => headers[name]), registeredUrl].flatMap((value) =>
    value === undefined ? [] : [value.startsWith('/') ? value.split('?')[0]! : pathOf(value.trim())],
  )
  const cut = whole.flatMap((full) => prefixBefore(full, path) ?? [])
  const named = headers['x-forwarded-prefix']
  return [...new Set([...cut, ...(named?.startsWith('/') ? [named.replace(/\/+$/, '')] : [])])].filter(
    (prefix) => prefix.length > 1 && prefix.length <= 200,
  )
}

/** What stands before our path in the provider's; a slash at the end may differ. */
function prefixBefore(full: string, path: string): string | undefined {
  const bare = (text: string) => text.replace(/\/$/, '')
  return bare(full).endsWith(bare(path)) ? bare(full).slice(0, -bare(path).length) : undefined
}

function pathOf(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3)
  return start === -1 ? '/' : (url.slice(start).split('?')[0] ?? '/')
}
