import { decodeForm, type Form } from './formDecoder'
import type { CallbackRequest } from './types'

const bodies = new WeakMap<CallbackRequest, Form>()
const queries = new WeakMap<CallbackRequest, Form>()

/** The body as a form. Decoded once per request: `verify` and `parse` both need it, on the hot path. */
export function bodyForm(request: CallbackRequest): Form {
  let form = bodies.get(request)
  if (!form) {
    form = decodeForm(request.rawBody.toString('latin1'))
    bodies.set(request, form)
  }
  return form
}

/** The query of the URL as a form, decoded once per request. */
export function queryForm(request: CallbackRequest): Form {
  let form = queries.get(request)
  if (!form) {
    const start = request.url.indexOf('?')
    form = decodeForm(start === -1 ? '' : request.url.slice(start + 1))
    queries.set(request, form)
  }
  return form
}
