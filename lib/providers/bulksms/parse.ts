import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { parseExactJson } from '../parseExactJson'
import { isJsonObject, jsonText } from '../parseJson'
import { requireId } from '../readId'
import { readReference } from '../readReference'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { STATUSES } from './statuses'

const NOTHING = 'The test call of a webhook that was saved, or inbound texts: no receipts for ours.'

/** Reads a list of messages. An empty one is the test call when the webhook is saved. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const body = parseExactJson(request)
    if (!Array.isArray(body)) throw new UnreadableError('malformed_body', 'The body must be a JSON list of messages.')
    return collectReceipts(body as unknown[], readMessage, NOTHING)
  })
}

function readMessage(message: unknown): Receipt | null {
  if (!isJsonObject(message)) throw new UnreadableError('malformed_body', 'A message must be a JSON object.')
  if (message.type === 'RECEIVED') return null
  const { word, failed } = readWord(message.status)
  const judged =
    failed && !STATUSES.has(word) ? { status: 'failed' as const, rawStatus: word } : readStatus(STATUSES, word)
  const errorCode = word === 'UNKNOWN' || word.startsWith('FAILED.') ? word : null
  const clientReference = readReference(jsonText(message, 'userSuppliedId'), 'userSuppliedId')
  const segments = message.numberOfParts
  return {
    providerMessageId: requireId(jsonText(message, 'id'), 'id'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(jsonText(message, 'to') ?? ''),
    sender: toSender(cleanLabel(jsonText(message, 'from') ?? '')),
    // submission.date is when it was submitted; no field says when the status came about.
    occurredAt: null,
    ...(clientReference === undefined ? {} : { clientReference }),
    ...(typeof segments === 'number' && Number.isInteger(segments) && segments > 0 ? { segments } : {}),
  }
}

/** The type, and ".subtype" of a failure (others have none): what `status.id` says, without its ".null". */
function readWord(status: unknown): { word: string; failed: boolean } {
  if (!isJsonObject(status)) throw new UnreadableError('missing_field', 'status is missing.')
  const type = jsonText(status, 'type')
  if (!type) throw new UnreadableError('missing_field', 'status.type is missing.')
  const failed = type === 'FAILED'
  const subtype = failed ? jsonText(status, 'subtype') : undefined
  return { word: subtype && subtype !== 'null' ? cleanLabel(`${type}.${subtype}`) : type, failed }
}
