import { quoteShort } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { isJsonObject, parseJson } from '../parseJson'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { type Envelope, envelopeOf, textField } from './envelope'
import { readPinpointRecord } from './pinpointRecord'
import { readSmsEvent } from './smsEvent'
import { readSmsLog } from './smsLog'
import { snsUrl } from './snsUrl'

const OTHER = 'No delivery event of a text (an inbound text, a call, another message of the topic).'

/**
 * Reads what SNS posts (an envelope, or the event itself with raw delivery), and what a forwarder posts of the older
 * sources, one record or a list of them. The content type does not matter: SNS says text/plain. In an envelope only
 * signed fields are read.
 */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const body = parseJson(request)
    const envelope = envelopeOf(body)
    return envelope ? readEnvelope(envelope) : readRecords(body)
  })
}

function readEnvelope(envelope: Envelope): Parsed {
  switch (envelope.type) {
    case 'Notification':
      return readMessage(textField(envelope, 'Message') ?? '')
    case 'SubscriptionConfirmation':
      return confirmation(envelope)
    case 'UnsubscribeConfirmation':
      return unsubscribed(envelope)
  }
}

/** Topics carry texts too ("Hello"): only what means to be JSON must be JSON. */
function readMessage(message: string): Parsed {
  if (!/^\s*[[{]/.test(message)) return { receipts: [], unreadable: [], ignored: OTHER }
  let value: unknown
  try {
    value = JSON.parse(message)
  } catch {
    throw new UnreadableError('malformed_body', 'The Message inside the SNS notification is not valid JSON.')
  }
  return readRecords(value)
}

function readRecords(value: unknown): Parsed {
  return collectReceipts(Array.isArray(value) ? value : [value], readRecord, OTHER)
}

function readRecord(record: unknown): Receipt | null {
  if (!isJsonObject(record)) throw new UnreadableError('malformed_body', 'An event must be a JSON object.')
  if (Object.hasOwn(record, 'eventType')) return readSmsEvent(record)
  if (Object.hasOwn(record, 'event_type')) return readPinpointRecord(record)
  if (Object.hasOwn(record, 'notification') && Object.hasOwn(record, 'delivery')) return readSmsLog(record)
  if (!Object.hasOwn(record, 'messageStatus')) return null
  throw new UnreadableError('missing_field', 'eventType is missing.')
}

function confirmation(envelope: Envelope): Parsed {
  const sent = textField(envelope, 'SubscribeURL')
  const url = snsUrl(sent)?.href
  if (!url)
    throw new UnreadableError('invalid_value', `SubscribeURL is not on a host of SNS: ${quoteShort(sent ?? '')}.`)
  return {
    receipts: [],
    unreadable: [],
    ignored: 'Amazon SNS asks whether this URL may be subscribed to the topic. Landed says yes by itself.',
    confirm: { url },
  }
}

/** Its SubscribeURL would subscribe again: whether that is wanted is for a person to say. */
function unsubscribed(envelope: Envelope): Parsed {
  const topic = quoteShort(textField(envelope, 'TopicArn') ?? '')
  const reason = `The subscription to the topic ${topic} was ended. No further events come until it is subscribed again.`
  return {
    receipts: [],
    unreadable: [],
    ignored: 'The subscription was ended.',
    alert: { code: 'unsubscribed', reason },
  }
}
