import { bodyKind } from '../contentType'
import { type Form, firstValue } from '../formDecoder'
import { multipartForm } from '../multipartForm'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { bodyForm } from '../requestForm'
import type { CallbackRequest } from '../types'
import { UnreadableError } from '../UnreadableError'

/** A field of the callback as text; undefined when it is not there. */
export type Fields = (name: string) => string | undefined

/** The fields in whichever of the three formats the account has chosen. Throws UnreadableError. */
export function fieldsOf(request: CallbackRequest): Fields {
  const kind = bodyKind(request)
  if (kind === 'json') return jsonFields(parseJson(request))
  if (kind === 'form') return formFields(bodyForm(request))
  const form = multipartForm(request)
  if (form) return formFields(form)
  throw new UnreadableError(
    'wrong_content_type',
    'Textmagic sends multipart forms, forms or JSON; this body is neither.',
  )
}

function jsonFields(body: unknown): Fields {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
  return (name) => jsonText(body, name)
}

function formFields(form: Form): Fields {
  if (form.malformed) throw new UnreadableError('malformed_body', 'A %-escape of the form is broken.')
  return (name) => firstValue(form, name)
}
