import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { cleanLabel } from '../cleanText'
import { toE164 } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { readId, requireId } from '../readId'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { ukLocalTime } from '../ukLocalTime'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { STATUSES } from './statuses'

/** Reads one receipt. Its message id is `CID`, the reference that we gave at send; MMG's own `reference` joins nothing. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts([parseJson(request)], readReceipt, ''))
}

function readReceipt(body: unknown): Receipt {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
  const cid = requireId(jsonText(body, 'CID'), 'CID')
  const { word, errorCode } = readOutcome(body)
  const status = STATUSES.get(word) ?? 'unknown'
  return {
    providerMessageId: cid,
    clientReference: cid,
    status,
    rawStatus: cleanLabel(word),
    failureClass: failureClassFor(status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(jsonText(body, 'MSISDN') ?? ''),
    sender: null,
    occurredAt: ukLocalTime(jsonText(body, 'deliverytime')),
  }
}

/** Under group 3 the substatus is part of the word, and not a failure; elsewhere it is what makes the code. */
function readOutcome(body: Record<string, unknown>): { word: string; errorCode: string | null } {
  const group = readId(jsonText(body, 'status'), 'status')
  if (group === undefined) throw new UnreadableError('missing_field', 'status is missing.')
  const detail = jsonText(body, 'substatus')
  const pair = detail ? readId(`${group}/${detail}`, 'status/substatus') : undefined
  const word = group === '3' && pair !== undefined ? pair : group
  const failed = pair !== undefined && pair !== '3/5' && pair !== '3/2'
  return { word, errorCode: failed ? pair : null }
}
