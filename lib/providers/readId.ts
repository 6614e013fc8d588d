import { quoteShort } from './cleanText'
import { UnreadableError } from './UnreadableError'

const LONGEST = 255
/** U+FFFD stands for bytes that were not UTF-8: two different ids could look the same. */
const UNUSABLE = /[\0\ufffd]|\p{Surrogate}/u

/**
 * An id or reference, exactly as sent; undefined when it is missing or empty.
 * Throws UnreadableError (invalid_value) for what cannot serve as a key.
 */
export function readId(value: string | undefined, field: string): string | undefined {
  if (!value) return undefined
  if (value.length > LONGEST) {
    throw new UnreadableError('invalid_value', `${field} is longer than ${LONGEST} characters: ${quoteShort(value)}.`)
  }
  if (UNUSABLE.test(value)) {
    throw new UnreadableError('invalid_value', `${field} holds characters that no id can have: ${quoteShort(value)}.`)
  }
  return value
}

/** Like `readId`, but missing is a failure too (missing_field). */
export function requireId(value: string | undefined, field: string): string {
  const id = readId(value, field)
  if (id === undefined) throw new UnreadableError('missing_field', `${field} is missing, so the message is not known.`)
  return id
}
