import { quoteShort } from '../cleanText'
import { jsonText } from '../parseJson'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'

/** As many as a concatenated text can have. */
const MOST_PARTS = 255

/**
 * Which part of a text this is. A long text whose part is not named cannot be judged: taken for the whole text, one
 * delivered part would make it delivered. Throws UnreadableError.
 */
export function readParts(body: Record<string, unknown>): Pick<Receipt, 'part' | 'parts' | 'segments'> {
  const parts = readCount(body, 'parts')
  const part = readCount(body, 'part')
  if (parts === undefined && (part ?? 1) === 1) return {}
  if (parts === undefined) throw new UnreadableError('missing_field', `parts is missing beside part ${part}.`)
  if (parts === 1 && (part ?? 1) === 1) return { segments: 1 }
  if (part === undefined) throw new UnreadableError('missing_field', `part is missing beside parts ${parts}.`)
  if (part > parts) throw new UnreadableError('invalid_value', `There is no part ${part} of ${parts}.`)
  return { part, parts, segments: parts }
}

function readCount(body: Record<string, unknown>, field: string): number | undefined {
  const sent = jsonText(body, field)
  if (!sent) return undefined
  const count = /^\d{1,3}$/.test(sent) ? Number(sent) : 0
  if (count >= 1 && count <= MOST_PARTS) return count
  throw new UnreadableError('invalid_value', `${field} must be a number from 1 to ${MOST_PARTS}: ${quoteShort(sent)}.`)
}
