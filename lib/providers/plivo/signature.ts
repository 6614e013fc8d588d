import { createHmac } from 'node:crypto'
import type { Form } from '../formDecoder'
import { bodyForm, queryForm } from '../requestForm'
import type { CallbackRequest } from '../types'
import { wireText } from '../wireText'

const NO_FIELDS: Form = { names: [], values: [], malformed: false }

/** What version 2 signs: the URL without its query. Neither query nor body. */
export function signedTextV2(request: CallbackRequest, nonce: string): string {
  return baseUrl(request) + nonce
}

/**
 * What version 3 signs: the URL, its query sorted and decoded, and all fields of the form, sorted. The body counts for
 * every POST, whatever its content type says: nothing that can be read may stand outside the signature.
 */
export function signedTextV3(request: CallbackRequest, nonce: string): string {
  const query = joinSorted(queryForm(request), '=', '&')
  const form = request.method === 'GET' ? NO_FIELDS : bodyForm(request)
  const hasFields = form.names.length > 0
  const mark = query !== '' || hasFields ? '?' : ''
  const dot = query !== '' && hasFields ? '.' : ''
  return `${baseUrl(request)}${mark}${query}${dot}${joinSorted(form, '', '')}.${nonce}`
}

/** HMAC-SHA256, Base64. */
export function sign(text: string, authToken: string): string {
  return createHmac('sha256', authToken).update(text).digest('base64')
}

function baseUrl({ url }: CallbackRequest): string {
  const query = url.indexOf('?')
  return wireText(query === -1 ? url : url.slice(0, query))
}

/** By name, then by value, both by code unit. */
function joinSorted({ names, values }: Form, equals: string, separator: string): string {
  const order = names.map((_, index) => index)
  order.sort((a, b) => compare(names[a]!, names[b]!) || compare(values[a]!, values[b]!))
  return order.map((index) => names[index]! + equals + values[index]!).join(separator)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
