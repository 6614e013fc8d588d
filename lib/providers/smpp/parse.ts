import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { bodyKind } from '../contentType'
import { parseExactJson } from '../parseExactJson'
import { isJsonObject } from '../parseJson'
import { bodyForm, queryForm } from '../requestForm'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { formFields, jsonFields } from './fields'
import { readReceipt } from './readReceipt'

const NOTHING = 'No delivery receipt: by esm_class an inbound text or an acknowledgement of the handset.'

/** Reads one receipt (JSON, form or query), or a JSON list of them; each is judged by itself. docs/smpp-format.md. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    if (request.method === 'GET') return collectReceipts([formFields(queryForm(request))], readReceipt, NOTHING)
    const kind = bodyKind(request)
    if (kind === 'form') return collectReceipts([formFields(bodyForm(request))], readReceipt, NOTHING)
    if (kind === 'json') return parseList(parseExactJson(request))
    const reason = 'The Content-Type must be application/json or application/x-www-form-urlencoded.'
    throw new UnreadableError('wrong_content_type', reason)
  })
}

function parseList(body: unknown): Parsed {
  if (Array.isArray(body)) return collectReceipts(body as unknown[], (item) => readItem(item), 'An empty list.')
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be a JSON object or list.')
  if (!Object.hasOwn(body, 'receipts')) return collectReceipts([body], (item) => readItem(item), NOTHING)
  const { receipts, ...shared } = body
  if (!Array.isArray(receipts)) throw new UnreadableError('invalid_value', 'receipts must be a list.')
  return collectReceipts(receipts as unknown[], (item) => readItem(item, shared), NOTHING)
}

/** `shared` holds what is said once for the whole list (time_zone, smsc). */
function readItem(item: unknown, shared?: Record<string, unknown>): Receipt | null {
  if (!isJsonObject(item)) throw new UnreadableError('malformed_body', 'A receipt must be a JSON object.')
  return readReceipt(jsonFields(item, shared))
}
