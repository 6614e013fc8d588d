import { firstValue } from './formDecoder'
import { queryForm } from './requestForm'
import type { CallbackRequest } from './types'

/** A callback URL with something behind the connection's id. */
const WITH_REST = /\/api\/callbacks\/[^/?]+\/[^/?]+\/[^/?]/

/** True when the URL carries any token, right or wrong: a query parameter, or a path segment behind the connection. */
export function carriesToken(request: CallbackRequest, parameter = 'token'): boolean {
  if (firstValue(queryForm(request), parameter)) return true
  const query = request.url.indexOf('?')
  return WITH_REST.test(query === -1 ? request.url : request.url.slice(0, query))
}
