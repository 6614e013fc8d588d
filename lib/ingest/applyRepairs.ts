import type { ConnectionSettings, Repair } from '@/lib/contracts/connectionSettings'
import type { CallbackRequest } from '@/lib/providers/types'
import { orderQuery } from '@/lib/repairs/orderQuery'
import { reformatBody } from '@/lib/repairs/reformatBody'
import { reformatForm } from '@/lib/repairs/reformatForm'

type Repairs = Pick<ConnectionSettings, 'repairs'>

/**
 * The request as the provider sent it, with what lies between undone. The very same object where nothing does, which is
 * the usual case and keeps the adapters' caches per request.
 */
export function applyRepairs(request: CallbackRequest, { repairs }: Repairs): CallbackRequest {
  return repairs.reduce(applyRepair, request)
}

/** How far our clock is from the true one by the settings of the connection, ms. */
export function clockOffsetMs({ repairs }: Repairs): number {
  return repairs.reduce((sum, each) => (each.kind === 'clock' ? sum + each.seconds * 1000 : sum), 0)
}

/** One repair alone. */
export function applyRepair(request: CallbackRequest, repair: Repair): CallbackRequest {
  switch (repair.kind) {
    case 'origin':
      return { ...request, url: repair.origin.replace(/\/+$/, '') + request.url.slice(pathStart(request.url)) }
    case 'path_prefix':
      return { ...request, url: insert(request.url, pathStart(request.url), repair.prefix.replace(/\/+$/, '')) }
    case 'path_slash':
      return { ...request, url: withSlash(request.url, repair.slash === 'with') }
    case 'query_order':
      return { ...request, url: changeQuery(request.url, (query) => orderQuery(query, repair.names)) }
    case 'query_form':
      return { ...request, url: changeQuery(request.url, (query) => reformatForm(query, repair.form)) }
    case 'body':
      return { ...request, rawBody: reformatBody(request.rawBody, repair.form) }
    case 'clock':
      return request
  }
}

function changeQuery(url: string, change: (query: string) => string): string {
  const start = url.indexOf('?')
  return start === -1 ? url : url.slice(0, start + 1) + change(url.slice(start + 1))
}

/** Where the path begins in a URL. */
function pathStart(url: string): number {
  const slash = url.indexOf('/', url.indexOf('://') + 3)
  return slash === -1 ? url.length : slash
}

function insert(text: string, at: number, more: string): string {
  return text.slice(0, at) + more + text.slice(at)
}

function withSlash(url: string, slash: boolean): string {
  const query = url.indexOf('?')
  const end = query === -1 ? url.length : query
  const path = url.slice(0, end).replace(/\/$/, '')
  return path + (slash ? '/' : '') + url.slice(end)
}
