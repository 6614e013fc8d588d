import { bodyKind } from '../contentType'
import type { Form } from '../formDecoder'
import { parseExactJson } from '../parseExactJson'
import { isJsonObject } from '../parseJson'
import { bodyForm, queryForm } from '../requestForm'
import type { CallbackRequest } from '../types'
import { UnreadableError } from '../UnreadableError'

/** One statement under Platform REST's names, and whether it is of One API, where words count and numbers do not. */
export interface Statement {
  fields: unknown
  isOneApi: boolean
}

/** Central's names and those of Platform REST for the same. */
const CENTRAL: readonly (readonly [central: string, platform: string])[] = [
  ['apiMsgId', 'messageId'],
  ['moMsgId', 'messageId'],
  ['cliMsgId', 'clientMessageId'],
  ['to', 'to'],
  ['from', 'from'],
  ['timestamp', 'timestamp'],
  ['status', 'statusCode'],
  ['text', 'text'],
]

/** What the three products of Clickatell say, in one form. Throws UnreadableError for a request that is none of theirs. */
export function statementsOf(request: CallbackRequest): Statement[] {
  const kind = bodyKind(request)
  if (kind === 'json' && request.rawBody.length > 0) return statementsOfJson(parseExactJson(request))
  if (request.method === 'GET') return [{ fields: fromCentral(queryForm(request)), isOneApi: false }]
  if (kind === 'form') return [{ fields: fromCentral(bodyForm(request)), isOneApi: false }]
  throw new UnreadableError('wrong_content_type', 'Clickatell sends a query, a form or JSON; this is none of them.')
}

function fromCentral(form: Form): Record<string, string> {
  if (form.malformed) throw new UnreadableError('malformed_body', 'A %-escape is broken, or there are too many fields.')
  const fields: Record<string, string> = {}
  for (const [central, platform] of CENTRAL) {
    const at = form.names.indexOf(central)
    const value = form.values[at]
    if (value) fields[platform] ??= value
  }
  return fields
}

/** One API wraps its statements in a list; its envelope is not documented, so it is found at either level. */
function statementsOfJson(body: unknown): Statement[] {
  if (Array.isArray(body)) return body.flatMap((entry) => (isJsonObject(entry) ? one(entry) : wrapped([entry])))
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be a JSON object.')
  return one(body)
}

function one(body: Record<string, unknown>): Statement[] {
  const envelope = isJsonObject(body.event) ? body.event : body
  if (Object.hasOwn(envelope, 'messageStatusUpdate')) {
    const updates = envelope.messageStatusUpdate
    return wrapped(Array.isArray(updates) ? updates : [updates])
  }
  // An inbound text of One API.
  if (Object.hasOwn(envelope, 'moText')) return []
  return [{ fields: envelope, isOneApi: Object.hasOwn(envelope, 'channel') }]
}

function wrapped(updates: readonly unknown[]): Statement[] {
  return updates.map((fields) => ({ fields, isOneApi: true }))
}
