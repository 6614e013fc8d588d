import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { requireId } from '../readId'
import { readReference } from '../readReference'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { toRecipient } from './recipient'
import { STATUSES } from './statuses'

const OTHER = 'An email, a letter or a received text, not a receipt for a text of ours.'

/** Reads a delivery status. The other kinds of callback can share the URL, and change nothing. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const body = parseJson(request)
    if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
    return collectReceipts([body], readReceipt, OTHER)
  })
}

function readReceipt(body: Record<string, unknown>): Receipt | null {
  const word = jsonText(body, 'status')
  if (isOther(body, word)) return null
  if (!word) throw new UnreadableError('missing_field', 'status is missing.')
  const judged = readStatus(STATUSES, word)
  const meaning = explain(word)
  const clientReference = readReference(jsonText(body, 'reference'), 'reference')
  return {
    providerMessageId: requireId(jsonText(body, 'id'), 'id'),
    ...judged,
    failureClass: failureClassFor(judged.status, meaning),
    errorCode: meaning ? word : null,
    recipient: toRecipient(jsonText(body, 'to') ?? ''),
    sender: null,
    occurredAt: readTimeOf(body),
    ...(clientReference === undefined ? {} : { clientReference }),
  }
}

/** Emails say so. A received text has a source number and a returned letter another id; neither has a status. */
function isOther(body: Record<string, unknown>, word: string | undefined): boolean {
  const type = jsonText(body, 'notification_type')
  if (type !== undefined) return type !== 'sms'
  return word === undefined && (Object.hasOwn(body, 'source_number') || Object.hasOwn(body, 'notification_id'))
}

/** When Notify wrote the status, else when it handed the text on. `created_at` is when it was asked to send. */
function readTimeOf(body: Record<string, unknown>): number | null {
  for (const field of ['completed_at', 'sent_at']) {
    const sent = jsonText(body, field)
    if (sent) return readIsoTime(sent, field)
  }
  return null
}
