import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { type Form, firstValue } from '../formDecoder'
import { readDecimal } from '../readDecimal'
import { readId, requireId } from '../readId'
import { readReference } from '../readReference'
import { parseUtcClock, readTime } from '../readTime'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { parametersOf } from './parameters'
import { STATUSES } from './statuses'

const INBOUND = 'An inbound text, not a receipt for one of ours.'

/** Reads a delivery receipt of the SMS API. A long text gives one receipt per part, each with its own id. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const parameters = parametersOf(request)
    if (parameters.malformed) {
      throw new UnreadableError(
        'malformed_body',
        'A %-escape is broken (cut off or never encoded), or there are more than 1000 fields.',
      )
    }
    return collectReceipts([parameters], readReceipt, INBOUND)
  })
}

function readReceipt(parameters: Form): Receipt | null {
  const get = (name: string) => firstValue(parameters, name)
  const rawStatus = get('status')
  if (!rawStatus) return withoutStatus(get)
  const judged = readStatus(STATUSES, rawStatus)
  const errorCode = readErrorCode(rawStatus, get('err-code'))
  return {
    providerMessageId: requireId(get('messageId'), 'messageId'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    // Named from the view of a reply: msisdn is the handset, "to" is our sender.
    recipient: toE164(get('msisdn') ?? ''),
    sender: toSender(cleanLabel(get('to') ?? '')),
    occurredAt: readOccurredAt(get('message-timestamp')),
    ...optional('clientReference', readReference(get('client-ref'), 'client-ref')),
    ...optional('mccmnc', readNetwork(get('network-code'))),
    ...optional('price', readDecimal(get('price'))),
  }
}

/** Inbound texts come to the same URL when the settings say so: they have a text and no status. */
function withoutStatus(get: (name: string) => string | undefined): null {
  if (get('text') !== undefined || get('keyword') !== undefined) return null
  if (get('message_uuid')) {
    throw new UnreadableError('missing_field', 'This is a status of the Messages API; only the SMS API is read here.')
  }
  throw new UnreadableError('missing_field', 'status is missing.')
}

/** Beside `accepted` the code is that of a try that still goes on. */
function readErrorCode(rawStatus: string, code: string | undefined): string | null {
  if (rawStatus === 'accepted') return null
  const sent = readId(code, 'err-code')
  return sent === undefined || sent === '0' ? null : sent
}

function readOccurredAt(sent: string | undefined): number | null {
  return sent ? readTime(parseUtcClock(sent), 'message-timestamp', sent) : null
}

/** MCC and MNC; anything else than five or six digits says nothing and is left out. */
function readNetwork(code: string | undefined): string | undefined {
  return code && /^\d{5,6}$/.test(code) ? code : undefined
}

function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V })
}
