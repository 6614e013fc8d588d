import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { bodyKind } from '../contentType'
import { type Form, firstValue } from '../formDecoder'
import { parseJson } from '../parseJson'
import { bodyForm, queryForm } from '../requestForm'
import type { CallbackRequest, Parsed } from '../types'
import { UnreadableError } from '../UnreadableError'
import { eventFields, eventsOf } from './cloudEvents'
import { type MessageFields, readMessage } from './readMessage'

const INBOUND = 'An inbound text, not a status of one of ours.'
const OTHER_EVENTS = 'Events that are no status of a text.'

/** Reads a status callback (form or GET), or Event Streams (JSON). */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    if (request.method === 'GET') return parseForm(queryForm(request))
    const kind = bodyKind(request)
    if (kind === 'json') return collectReceipts(eventsOf(parseJson(request)), readEvent, OTHER_EVENTS)
    if (kind === 'other') {
      throw new UnreadableError('wrong_content_type', 'Twilio sends forms or JSON; this body is neither.')
    }
    return parseForm(bodyForm(request))
  })
}

function readEvent(event: unknown) {
  const fields = eventFields(event)
  return fields && readMessage(fields)
}

function parseForm(form: Form): Parsed {
  if (form.malformed) {
    throw new UnreadableError(
      'malformed_body',
      'The form holds a broken %-escape (it was cut off or never encoded) or more than 1000 fields.',
    )
  }
  return collectReceipts([form], (only) => readMessage(formFields(only)), INBOUND)
}

function formFields(form: Form): MessageFields {
  return {
    id: firstValue(form, 'MessageSid') || firstValue(form, 'SmsSid'),
    idField: 'MessageSid',
    status: firstValue(form, 'MessageStatus') || firstValue(form, 'SmsStatus'),
    statusField: 'MessageStatus',
    errorCode: firstValue(form, 'ErrorCode'),
    to: firstValue(form, 'To'),
    from: firstValue(form, 'From'),
    // RawDlrDoneDate has no zone, and its offset differs by carrier: it is no time.
    occurredAt: null,
  }
}
