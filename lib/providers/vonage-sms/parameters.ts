import { bodyKind } from '../contentType'
import type { Form } from '../formDecoder'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { bodyForm, queryForm } from '../requestForm'
import type { CallbackRequest } from '../types'
import { UnreadableError } from '../UnreadableError'

/**
 * The parameters wherever the account's settings put them: query (GET), form or JSON (POST).
 * Throws UnreadableError when they cannot be read.
 */
export function parametersOf(request: CallbackRequest): Form {
  if (request.method === 'GET') return queryForm(request)
  const kind = bodyKind(request)
  if (kind === 'form') return bodyForm(request)
  if (kind === 'json') return jsonParameters(parseJson(request))
  throw new UnreadableError('wrong_content_type', 'Vonage sends forms or JSON; this body is neither.')
}

function jsonParameters(body: unknown): Form {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
  const names = Object.keys(body)
  return { names, values: names.map((name) => jsonText(body, name) ?? ''), malformed: false }
}
