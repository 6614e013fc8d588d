import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText } from '../parseJson'
import { UnreadableError } from '../UnreadableError'
import type { MessageFields } from './readMessage'

const STATUS_EVENT = 'com.twilio.messaging.message.'
const MOST_SEGMENTS = 1000

/** The events of an Event Streams request: a list, or one alone. */
export function eventsOf(body: unknown): unknown[] {
  return Array.isArray(body) ? body : [body]
}

/**
 * What a CloudEvent says about an outbound text; null for events about anything else.
 * `mcc` and `mnc` are left out: Twilio describes them as those of the From number, not of the recipient's carrier.
 */
export function eventFields(event: unknown): MessageFields | null {
  if (!isJsonObject(event)) throw new UnreadableError('malformed_body', 'An event must be a JSON object.')
  const type = jsonText(event, 'type')
  if (!type) throw new UnreadableError('missing_field', 'type is missing: this is no event of Event Streams.')
  if (!type.startsWith(STATUS_EVENT)) return null
  const data = Object.hasOwn(event, 'data') ? event.data : undefined
  if (!isJsonObject(data)) throw new UnreadableError('missing_field', 'data is missing or is no object.')
  const time = jsonText(data, 'timestamp')
  return {
    id: jsonText(data, 'messageSid'),
    idField: 'messageSid',
    status: jsonText(data, 'messageStatus'),
    statusField: 'messageStatus',
    errorCode: jsonText(data, 'errorCode'),
    to: jsonText(data, 'to'),
    from: jsonText(data, 'from'),
    occurredAt: time ? readIsoTime(time, 'timestamp') : null,
    segments: readSegments(data.numberOfSegments),
  }
}

function readSegments(value: unknown): number | undefined {
  const fits = typeof value === 'number' && Number.isInteger(value) && value > 0 && value <= MOST_SEGMENTS
  return fits ? value : undefined
}
