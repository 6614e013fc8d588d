import { toE164 } from './e164'
import { requireId } from './readId'
import { UnreadableError } from './UnreadableError'

/** What a message key may hold. */
const LONGEST = 255

/**
 * The key of a message for providers that give one id to all recipients of a send: "id:+447700900123". The number is
 * normalised, so that it does not matter how a callback writes it; what is no international number stays as sent.
 * Throws UnreadableError when either is missing (missing_field) or both together are too long (invalid_value).
 */
export function recipientKey(id: string, recipient: string | undefined, field: string): string {
  if (!recipient) {
    const reason = `${field} is missing, and the id alone stands for all recipients of the send.`
    throw new UnreadableError('missing_field', reason)
  }
  const key = `${id}:${toE164(recipient) ?? requireId(recipient, field)}`
  if (key.length <= LONGEST) return key
  throw new UnreadableError('invalid_value', `The id and ${field} are longer than ${LONGEST} characters.`)
}
