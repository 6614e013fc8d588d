import type { Status } from '@/lib/status/status'
import { cleanLabel } from '../cleanText'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { jsonText } from '../parseJson'
import { requireId } from '../readId'
import { readReference } from '../readReference'
import { readStatus } from '../statusTable'
import type { Receipt } from '../types'
import { explain, OPTED_OUT } from './errors'
import {
  childOf,
  type JsonObject,
  label,
  optional,
  priceInUsd,
  readCount,
  readMilliseconds,
  requireWord,
} from './fields'
import { joinNetwork } from './networks'
import { EVENT_STATUSES, isCarrierProof } from './statuses'

/** Entry of `context` (set with each send) that holds the sender's own id of the text. */
const REFERENCE = 'reference'

/** An event of End User Messaging SMS; null for calls, registrations and whatever else comes through the same topic. */
export function readSmsEvent(event: JsonObject): Receipt | null {
  const eventType = requireWord(event, 'eventType')
  if (!/^(?:TEXT|MEDIA|RCS)_/.test(eventType)) return null
  const judged = judge(event, eventType)
  const errorCode = errorCodeOf(event, judged)
  return {
    providerMessageId: requireId(jsonText(event, 'messageId'), 'messageId'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(label(event.destinationPhoneNumber) ?? ''),
    sender: toSender(label(event.originationPhoneNumber) ?? ''),
    occurredAt: readMilliseconds(event, 'eventTimestamp'),
    ...optional('clientReference', readReference(jsonText(childOf(event, 'context'), REFERENCE), REFERENCE)),
    ...optional('mccmnc', joinNetwork(event.mcc, event.mnc)),
    ...optional('carrierName', label(event.carrierName)),
    ...optional('segments', readCount(event.totalMessageParts)),
    ...priceInUsd(event.totalMessagePrice),
  }
}

type Judged = Pick<Receipt, 'status' | 'rawStatus' | 'unrecognised'>

function judge(event: JsonObject, eventType: string): Judged {
  if (isCarrierProof(eventType) && event.isFinal === true) return { status: 'delivered', rawStatus: eventType }
  if (!EVENT_STATUSES.has(eventType) && event.messageStatus === OPTED_OUT) {
    return { status: 'rejected', rawStatus: cleanLabel(eventType) }
  }
  return readStatus(EVENT_STATUSES, eventType)
}

const FAILED: ReadonlySet<Status> = new Set(['failed', 'rejected', 'undelivered', 'expired', 'unknown'])

/** The event type is the code: there is no other. */
function errorCodeOf(event: JsonObject, { status, rawStatus, unrecognised }: Judged): string | null {
  if (unrecognised || !FAILED.has(status)) return null
  return event.messageStatus === OPTED_OUT ? OPTED_OUT : rawStatus
}
