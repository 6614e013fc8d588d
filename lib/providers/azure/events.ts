import { isJsonObject, parseJson } from '../parseJson'
import type { CallbackRequest } from '../types'
import { UnreadableError } from '../UnreadableError'

export type EventObject = Readonly<Record<string, unknown>>

export const REPORT = 'Microsoft.Communication.SMSDeliveryReportReceived'
export const VALIDATION = 'Microsoft.EventGrid.SubscriptionValidationEvent'
export const DELETED = 'Microsoft.EventGrid.SubscriptionDeletedEvent'

/**
 * The events of a body: Event Grid schema (always a list) and CloudEvents (one, or a list). Throws UnreadableError for
 * what is no JSON; what stands in a list is not looked at.
 */
export function eventsOf(request: CallbackRequest): readonly unknown[] {
  const body = parseJson(request)
  return Array.isArray(body) ? body : [body]
}

/** `eventType` in the Event Grid schema, `type` in CloudEvents. The headers say it too, but only the body is read. */
export function typeOf(event: EventObject): string | undefined {
  return text(event, 'eventType') ?? text(event, 'type')
}

/** `topic` in the Event Grid schema, `source` in CloudEvents. */
export function resourceOf(event: EventObject): string | undefined {
  return text(event, 'topic') ?? text(event, 'source')
}

export function dataOf(event: EventObject): EventObject | undefined {
  const data = Object.hasOwn(event, 'data') ? event.data : undefined
  return isJsonObject(data) ? data : undefined
}

/** The events that are objects; none when the body cannot be read. Throws nothing. */
export function readableEvents(request: CallbackRequest): readonly EventObject[] {
  try {
    return eventsOf(request).filter(isJsonObject)
  } catch (error) {
    if (error instanceof UnreadableError) return []
    throw error
  }
}

/** True when a request does nothing but ask whether this URL may be subscribed, in one of the two ways. */
export function isHandshake(request: CallbackRequest): boolean {
  if (request.method === 'OPTIONS') return true
  const events = readableEvents(request)
  return events.length > 0 && events.every((event) => typeOf(event) === VALIDATION)
}

export function isOfType(event: unknown, type: string): event is EventObject {
  return isJsonObject(event) && typeOf(event) === type
}

function text(event: EventObject, name: string): string | undefined {
  const value = Object.hasOwn(event, name) ? event[name] : undefined
  return typeof value === 'string' ? value : undefined
}
