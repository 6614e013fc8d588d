import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { isJsonObject } from '../parseJson'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { DELETED, eventsOf, isOfType, REPORT, typeOf, VALIDATION } from './events'
import { answerOptions, answerValidation, validationCode } from './handshakes'
import { readReport } from './report'

const ASKED = 'Event Grid asks whether this URL may be subscribed. Landed says yes by itself.'
const OTHER = 'No delivery report (an inbound text, or another event of Event Grid).'

/**
 * Reads Event Grid deliveries in both schemas, one event or a batch, each judged by itself; and answers both
 * handshakes.
 */
export function parse(request: CallbackRequest): Parsed {
  if (request.method === 'OPTIONS') return answerOptions(request)
  return parseOrUnreadable(() => {
    const events = eventsOf(request)
    const isAsked = events.some((event) => isOfType(event, VALIDATION))
    const parsed = collectReceipts(events, readEvent, isAsked ? ASKED : OTHER)
    const reply = answerValidation(events.find((event) => validationCode(event) !== undefined))
    if (reply) parsed.reply = reply
    if (events.some((event) => isOfType(event, DELETED))) parsed.alert = ENDED
    return parsed
  })
}

const ENDED = {
  code: 'unsubscribed',
  reason: 'The event subscription was deleted in Azure. No further reports come until there is a new one.',
} as const

function readEvent(event: unknown): Receipt | null {
  if (!isJsonObject(event)) throw new UnreadableError('malformed_body', 'An event must be a JSON object.')
  const type = typeOf(event)
  if (!type) throw new UnreadableError('missing_field', 'eventType (CloudEvents: type) is missing.')
  if (type === VALIDATION && validationCode(event) === undefined) {
    throw new UnreadableError(
      'missing_field',
      'data.validationCode is missing, so the subscription cannot be confirmed.',
    )
  }
  return type === REPORT ? readReport(event) : null
}
