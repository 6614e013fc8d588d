import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { jsonDecimal } from '../readDecimal'
import { requireId } from '../readId'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain, squeeze } from './errors'
import { readParts } from './parts'
import { STATUSES } from './statuses'

const INBOUND = 'An inbound text, not a receipt for one of ours.'

/** Reads the report of one part of a text, in the shape of a callback or of the tracking API. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts([parseJson(request)], readPart, INBOUND))
}

function readPart(body: unknown): Receipt | null {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
  if (jsonText(body, 'direction')?.toLowerCase() === 'inbound') return null
  const { word, time, reason } = readOutcome(body.status)
  const judged = readStatus(STATUSES, word)
  const price = jsonDecimal(body.price)
  const carrierName = cleanLabel(jsonText(body, 'operator') ?? '')
    .trim()
    .replace(/\s+/g, ' ')
  return {
    providerMessageId: requireId(jsonText(body, 'messageId'), 'messageId'),
    ...judged,
    failureClass: failureClassFor(judged.status, reason === null ? undefined : explain(reason)),
    errorCode: reason,
    recipient: toE164(jsonText(body, 'to') ?? ''),
    sender: toSender(cleanLabel(jsonText(body, 'from') ?? '')),
    occurredAt: time ? readIsoTime(time, 'status.updatedDate') : null,
    ...readParts(body),
    ...(carrierName === '' ? {} : { carrierName }),
    // Of this part, in the currency of the account, which is not named.
    ...(price === undefined ? {} : { price }),
  }
}

/** `name` and `updatedDate` in callbacks are `status` and `date` in the tracking API. */
function readOutcome(status: unknown): { word: string; time: string | undefined; reason: string | null } {
  if (!isJsonObject(status)) throw new UnreadableError('missing_field', 'status is missing.')
  const word = jsonText(status, 'name') ?? jsonText(status, 'status')
  if (!word) throw new UnreadableError('missing_field', 'status.name is missing.')
  const time = jsonText(status, 'updatedDate') ?? jsonText(status, 'date')
  return { word, time, reason: readReason(status.reason, word) }
}

/** Null when it only says the status again. */
function readReason(reason: unknown, word: string): string | null {
  const detail = cleanLabel((isJsonObject(reason) && jsonText(reason, 'detailedStatus')) || '')
  return detail === '' || squeeze(detail) === squeeze(word) ? null : detail
}
