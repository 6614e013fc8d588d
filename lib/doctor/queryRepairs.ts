import { QUERY_FORMS, type Repair } from '@/lib/contracts/connectionSettings'
import type { CallbackRequest } from '@/lib/providers/types'
import { nameOf } from '@/lib/repairs/orderQuery'
import { reformatForm } from '@/lib/repairs/reformatForm'

/** All orders of five names are 120 tries. With more, only what proxies really do: sort and turn round. */
const MOST_PERMUTED = 5

/** Other orders and spellings of the query. */
export function queryRepairs(request: CallbackRequest, registeredUrl?: string): Repair[] {
  const query = queryOf(request.url)
  if (query === '') return []
  const spellings = QUERY_FORMS.filter((form) => reformatForm(query, form) !== query)
  return [...orders(query, registeredUrl), ...spellings.map((form): Repair => ({ kind: 'query_form', form }))]
}

function orders(query: string, registeredUrl: string | undefined): Repair[] {
  const names = query.split('&').map(nameOf)
  if (names.length < 2) return []
  const pasted = registeredUrl === undefined ? [] : [queryOf(registeredUrl).split('&').map(nameOf)]
  const sorted = [...names].sort()
  const guesses = names.length <= MOST_PERMUTED ? permutations(names) : [sorted, [...names].reverse()]
  return unique([...pasted, ...guesses], names).map((order) => ({ kind: 'query_order', names: order }))
}

function unique(orders: string[][], own: string[]): string[][] {
  const seen = new Set([own.join('&')])
  return orders.filter((order) => {
    const key = order.join('&')
    if (seen.has(key) || order.length > 50) return false
    seen.add(key)
    return true
  })
}

function permutations(names: string[]): string[][] {
  if (names.length <= 1) return [names]
  return names.flatMap((name, index) =>
    permutations([...names.slice(0, index), ...names.slice(index + 1)]).map((rest) => [name, ...rest]),
  )
}

function queryOf(url: string): string {
  const start = url.indexOf('?')
  return start === -1 ? '' : url.slice(start + 1)
}
