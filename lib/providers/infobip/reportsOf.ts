import { parseExactJson } from '../parseExactJson'
import { isJsonObject } from '../parseJson'
import type { CallbackRequest } from '../types'
import { UnreadableError } from '../UnreadableError'
import { parseXml, type XmlChildren, type XmlElement } from './parseXml'

const utf8 = new TextDecoder('utf-8', { fatal: true })
const LESS_THAN = 0x3c

/**
 * The reports of a request, whether they came as JSON or as XML: it is told by the first character, since the header
 * follows the send request and not the body. Throws UnreadableError when it is neither.
 */
export function reportsOf(request: CallbackRequest): readonly unknown[] {
  return isXml(request.rawBody)
    ? reportsOfXml(parseXml(textOf(request.rawBody)))
    : reportsOfJson(parseExactJson(request))
}

function reportsOfJson(body: unknown): readonly unknown[] {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be a JSON object.')
  if (Array.isArray(body.results)) return body.results
  throw new UnreadableError('missing_field', 'results is missing, or is no list.')
}

/** `results` holds one `result` per report, or is itself one report and repeated (an older form). */
function reportsOfXml(root: XmlChildren): readonly unknown[] {
  const [element] = [...root.values()][0] ?? []
  const results = element instanceof Map ? element.get('results') : undefined
  if (!results) throw new UnreadableError('missing_field', 'The XML body holds no results.')
  return results.flatMap((entry) => {
    if (entry instanceof Map) return (entry.get('result') ?? [entry]).map(toObject)
    return entry === '' ? [] : [entry]
  })
}

/** An element in the form that JSON would have: the last of each name, since reports repeat none. */
function toObject(element: XmlElement): unknown {
  if (typeof element === 'string') return element
  // Without a prototype, no name out of a request can mean more than itself.
  const object = Object.create(null) as Record<string, unknown>
  for (const [name, values] of element) object[name] = toObject(values[values.length - 1] ?? '')
  return object
}

function isXml(body: Buffer): boolean {
  let at = body[0] === 0xef && body[1] === 0xbb && body[2] === 0xbf ? 3 : 0
  while (at < body.length && body[at]! <= 0x20) at++
  return body[at] === LESS_THAN
}

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new UnreadableError('malformed_body', 'The XML body is not valid UTF-8.')
  }
}
