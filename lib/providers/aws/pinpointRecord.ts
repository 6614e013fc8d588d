import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { jsonText } from '../parseJson'
import { requireId } from '../readId'
import { readStatus } from '../statusTable'
import type { Receipt } from '../types'
import { explain } from './errors'
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
import { RECORD_STATUSES } from './statuses'

const EVENTS = new Set(['_SMS.SUCCESS', '_SMS.BUFFERED', '_SMS.FAILURE'])
const MILLICENTS_PER_DOLLAR = 100_000

/** A record of the event stream of older Pinpoint, forwarded out of Kinesis; null for its other events. */
export function readPinpointRecord(record: JsonObject): Receipt | null {
  if (!EVENTS.has(requireWord(record, 'event_type'))) return null
  const attributes = childOf(record, 'attributes')
  const judged = readStatus(RECORD_STATUSES, requireWord(attributes, 'record_status'))
  const meaning = judged.unrecognised ? undefined : explain(judged.rawStatus)
  const millicents = childOf(record, 'metrics').price_in_millicents_usd
  return {
    providerMessageId: requireId(jsonText(attributes, 'message_id'), 'message_id'),
    ...judged,
    failureClass: failureClassFor(judged.status, meaning),
    errorCode: meaning ? judged.rawStatus : null,
    recipient: toE164(label(attributes.destination_phone_number) ?? ''),
    sender: toSender(label(attributes.origination_phone_number) ?? ''),
    occurredAt: readMilliseconds(record, 'event_timestamp'),
    ...optional('segments', readCount(attributes.number_of_message_parts)),
    ...priceInUsd(typeof millicents === 'number' ? millicents / MILLICENTS_PER_DOLLAR : undefined),
  }
}
