import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { isJsonObject, jsonText } from '../parseJson'
import { readId, requireId } from '../readId'
import { readReference } from '../readReference'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain, withoutZeros } from './errors'
import { readTimestamp } from './readTimestamp'
import { type Statement, statementsOf } from './statementsOf'
import { CODES, statusesFor } from './statuses'

const INBOUND = 'An inbound text, or an empty list: no receipt for one of ours.'

/** Reads a status of Central (query or form), Platform REST or One API (JSON). */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts(statementsOf(request), readStatement, INBOUND))
}

function readStatement({ fields, isOneApi }: Statement): Receipt | null {
  if (!isJsonObject(fields)) throw new UnreadableError('malformed_body', 'A status must be a JSON object.')
  const code = isOneApi ? undefined : readId(jsonText(fields, 'statusCode'), 'statusCode')
  const word = jsonText(fields, 'status')
  if (code === undefined && !word) return withoutStatus(fields)
  // Decided by the number where there is one: the words beside it are not documented.
  const judged = code === undefined ? readWord(word ?? '') : readStatus(CODES, withoutZeros(code))
  const errorCode = readErrorCode(judged, code ?? judged.rawStatus)
  return {
    providerMessageId: requireId(jsonText(fields, 'messageId'), 'messageId'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(jsonText(fields, 'to') ?? ''),
    sender: toSender(cleanLabel(jsonText(fields, 'from') ?? '')),
    occurredAt: readTimestamp(jsonText(fields, 'timestamp')),
    // `charge` is left out: it counts credits, not money.
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(jsonText(fields, 'clientMessageId'), 'clientMessageId'),
    }),
  }
}

function readWord(word: string): Pick<Receipt, 'status' | 'rawStatus' | 'unrecognised'> {
  const clean = cleanLabel(word)
  return readStatus(statusesFor(clean), clean)
}

/** The status of a failure is its reason too, unless it says no more than the status. */
function readErrorCode({ status }: Pick<Receipt, 'status'>, code: string): string | null {
  return failureClassFor(status, undefined) !== null && explain(code) ? code : null
}

function withoutStatus(fields: Record<string, unknown>): null {
  if (Object.hasOwn(fields, 'text') || Object.hasOwn(fields, 'content')) return null
  throw new UnreadableError('missing_field', 'The status is missing.')
}
