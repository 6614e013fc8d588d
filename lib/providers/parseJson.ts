import type { CallbackRequest } from './types'
import { UnreadableError } from './UnreadableError'

const utf8 = new TextDecoder('utf-8', { fatal: true })
/** The last body read: `verify` and `parse` of one request follow each other. */
let last: { request: CallbackRequest; value: unknown } | undefined

/**
 * The body as JSON, read once for `verify` and `parse`.
 * Throws UnreadableError (malformed_body) for bytes that are not UTF-8 and for text that is not JSON.
 */
export function parseJson(request: CallbackRequest): unknown {
  if (last?.request === request) return last.value
  const value = parseText(decode(request.rawBody))
  last = { request, value }
  return value
}

function decode(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new UnreadableError('malformed_body', 'The body is not valid UTF-8.')
  }
}

function parseText(text: string): unknown {
  if (text.trim() === '') throw new UnreadableError('malformed_body', 'The body is empty.')
  try {
    return JSON.parse(text)
  } catch {
    throw new UnreadableError('malformed_body', 'The body is not valid JSON, or was cut off on the way.')
  }
}

/** True for a JSON object (not a list, not null). */
export function isJsonObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/**
 * A text or whole number of a JSON object as text; undefined when it is missing or null.
 * Throws UnreadableError (invalid_value) for anything else: a number too large to be exact would name another message.
 */
export function jsonText(object: Record<string, unknown>, field: string): string | undefined {
  const value = Object.hasOwn(object, field) ? object[field] : undefined
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return value
  if (typeof value === 'number' && (Number.isSafeInteger(value) || !Number.isInteger(value))) return String(value)
  throw new UnreadableError('invalid_value', `${field} must be a text, but is ${describe(value)}.`)
}

function describe(value: unknown): string {
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number') return 'a number too large to be read exactly'
  return typeof value === 'object' ? 'an object' : `a ${typeof value}`
}
