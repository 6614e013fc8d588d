import { readId } from './readId'

const LONGEST = 255

/**
 * A reference of the sender's own out of a field that also takes long texts (whole documents as callback data): exactly
 * as sent, and undefined when it is missing or too long to be a key. The rest of the receipt is worth more than that.
 * Throws UnreadableError (invalid_value) for characters that no key can have.
 */
export function readReference(sent: string | undefined, field: string): string | undefined {
  return sent !== undefined && sent.length > LONGEST ? undefined : readId(sent, field)
}
