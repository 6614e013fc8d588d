import { decodeForm, type Form } from './formDecoder'
import type { CallbackRequest } from './types'

/**
 * The last decoded form. `verify` and `parse` of one request follow each other, so one slot serves both; a WeakMap
 * would cost the garbage collector more than the decoding does.
 */
interface Slot {
  request: CallbackRequest | undefined
  form: Form | undefined
}
const lastBody: Slot = { request: undefined, form: undefined }
const lastQuery: Slot = { request: undefined, form: undefined }

/** The body as a form. Decoded once for `verify` and `parse`, on the hot path. */
export function bodyForm(request: CallbackRequest): Form {
  return remembered(lastBody, request) ?? remember(lastBody, request, request.rawBody.toString('latin1'))
}

/** The query of the URL as a form, decoded once for `verify` and `parse`. */
export function queryForm(request: CallbackRequest): Form {
  const start = request.url.indexOf('?')
  return (
    remembered(lastQuery, request) ?? remember(lastQuery, request, start === -1 ? '' : request.url.slice(start + 1))
  )
}

function remembered(slot: Slot, request: CallbackRequest): Form | undefined {
  return slot.request === request ? slot.form : undefined
}

function remember(slot: Slot, request: CallbackRequest, text: string): Form {
  const form = decodeForm(text)
  slot.request = request
  slot.form = form
  return form
}
