import type { Form } from './formDecoder'
import type { CallbackRequest } from './types'
import { UnreadableError } from './UnreadableError'

const MOST_PARTS = 1000
const LONGEST_HEAD = 2000
const BOUNDARY = /^multipart\/form-data\s*;(?:[^;]*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i
const NAME = /;\s*name=(?:"([^"]*)"|([^\s;"]+))/i
const HEAD_END = '\r\n\r\n'

/**
 * The body as `multipart/form-data` (RFC 7578), file parts as text; undefined when it claims to be something else.
 * Throws UnreadableError (malformed_body) for a body that does not keep to its boundary.
 */
export function multipartForm(request: CallbackRequest): Form | undefined {
  const match = BOUNDARY.exec(request.headers['content-type'] ?? '')
  const boundary = match?.[1] ?? match?.[2]
  return boundary === undefined ? undefined : readParts(request.rawBody.toString('latin1'), `--${boundary}`)
}

/** One character per byte, so that nothing in a value can shift a boundary. */
function readParts(body: string, delimiter: string): Form {
  const form: Form = { names: [], values: [], malformed: false }
  // What stands before the first delimiter is a preamble, to be skipped.
  let start = body.startsWith(delimiter) ? delimiter.length : after(body, `\r\n${delimiter}`, 0)
  while (!body.startsWith('--', start)) {
    if (form.names.length === MOST_PARTS) throw broken(`has more than ${MOST_PARTS} parts`)
    const end = body.indexOf(`\r\n${delimiter}`, start)
    if (end === -1) throw broken('was cut off on the way')
    addPart(form, body.slice(start, end))
    start = end + 2 + delimiter.length
  }
  return form
}

function after(body: string, text: string, from: number): number {
  const at = body.indexOf(text, from)
  if (at === -1) throw broken('does not hold the boundary that its header names')
  return at + text.length
}

function addPart(form: Form, part: string): void {
  const end = part.indexOf(HEAD_END)
  if (end === -1 || end > LONGEST_HEAD) throw broken('has a part without a head')
  const name = NAME.exec(part.slice(0, end))
  if (!name) throw broken('has a part without a name')
  form.names.push(asUtf8(name[1] ?? name[2] ?? ''))
  form.values.push(asUtf8(part.slice(end + HEAD_END.length)))
}

function asUtf8(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8')
}

function broken(what: string): UnreadableError {
  return new UnreadableError('malformed_body', `The multipart body ${what}.`)
}
