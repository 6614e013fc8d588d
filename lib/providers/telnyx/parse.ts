import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { readCount } from '../readCount'
import { jsonDecimal } from '../readDecimal'
import { readId, requireId } from '../readId'
import { recipientKey } from '../recipientKey'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain, TIMED_OUT } from './errors'
import { INBOUND_STATUS, STATUSES } from './statuses'

type JsonObject = Record<string, unknown>

/** What an event says about all of its recipients. */
interface Shared {
  id: string
  sender: string | null
  occurredAt: number | null
  errorCode: string | null
  /** With several recipients nothing says whose error it is, and the price is that of all of them. */
  alone: boolean
  rest: Partial<Receipt>
}

const EVENTS: ReadonlySet<string> = new Set(['message.sent', 'message.finalized', 'message.read'])
const OTHER = 'An inbound text or an event of another product, not the state of a text of ours.'

/** Reads one event: one receipt for each of its recipients. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const body = parseJson(request)
    const data = isJsonObject(body) ? body.data : undefined
    if (!isJsonObject(data)) throw new UnreadableError('malformed_body', 'The body must be an object with "data".')
    const type = jsonText(data, 'event_type')
    if (!type) throw new UnreadableError('missing_field', 'data.event_type is missing.')
    if (!EVENTS.has(type)) return { receipts: [], unreadable: [], ignored: OTHER }
    return parseMessage(data)
  })
}

function parseMessage(data: JsonObject): Parsed {
  const { payload } = data
  if (!isJsonObject(payload)) throw new UnreadableError('missing_field', 'data.payload is missing.')
  if (payload.direction === 'inbound') return { receipts: [], unreadable: [], ignored: OTHER }
  const recipients = recipientsOf(payload)
  const shared = readShared(data, payload, recipients.length === 1)
  return collectReceipts(recipients, (recipient) => readRecipient(recipient, shared), OTHER)
}

/** All who get it: those it is for, and in a group those who get a copy. */
function recipientsOf({ to, cc }: JsonObject): unknown[] {
  if (!Array.isArray(to) || to.length === 0) throw new UnreadableError('missing_field', 'data.payload.to is missing.')
  return [...(to as unknown[]), ...(Array.isArray(cc) ? (cc as unknown[]) : [])]
}

function readShared(data: JsonObject, payload: JsonObject, alone: boolean): Shared {
  const time = jsonText(data, 'occurred_at')
  return {
    id: requireId(jsonText(payload, 'id'), 'data.payload.id'),
    sender: readSender(payload.from),
    occurredAt: time ? readIsoTime(time, 'data.occurred_at') : null,
    errorCode: readErrorCode(payload.errors),
    alone,
    rest: withoutGaps<Partial<Receipt>>({
      segments: readCount(jsonText(payload, 'parts')),
      ...(alone ? readCost(payload.cost) : {}),
    }),
  }
}

function readRecipient(recipient: unknown, shared: Shared): Receipt | null {
  if (!isJsonObject(recipient)) throw new UnreadableError('malformed_body', 'A recipient must be a JSON object.')
  const word = jsonText(recipient, 'status')
  if (!word) throw new UnreadableError('missing_field', 'The status of a recipient is missing.')
  if (word === INBOUND_STATUS) return null
  const judged = readStatus(STATUSES, word)
  const isFailure = judged.status !== 'unknown' && failureClassFor(judged.status, undefined) !== null
  const errorCode = shared.alone || isFailure ? shared.errorCode : null
  const number = jsonText(recipient, 'phone_number')
  return {
    providerMessageId: shared.id,
    messageKey: recipientKey(shared.id, number, 'phone_number of a recipient'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? TIMED_OUT.get(word) : explain(errorCode)),
    errorCode,
    recipient: toE164(number ?? ''),
    sender: shared.sender,
    occurredAt: shared.occurredAt,
    ...withoutGaps<Partial<Receipt>>({ carrierName: readCarrier(recipient) }),
    ...shared.rest,
  }
}

/** Empty for many networks outside North America. The carrier of `from` is that of the sender: ours. */
function readCarrier(recipient: JsonObject): string | undefined {
  return cleanLabel(jsonText(recipient, 'carrier') ?? '').trim() || undefined
}

/** A number, a short code, a name, or the agent of RCS. */
function readSender(from: unknown): string | null {
  if (!isJsonObject(from)) return null
  return toSender(cleanLabel(jsonText(from, 'phone_number') || jsonText(from, 'agent_id') || ''))
}

/** The first error is the one that decided. Codes are texts. */
function readErrorCode(errors: unknown): string | null {
  const first: unknown = Array.isArray(errors) ? errors[0] : undefined
  return (isJsonObject(first) && readId(jsonText(first, 'code'), 'code of an error')) || null
}

function readCost(cost: unknown): Pick<Receipt, 'price' | 'currency'> {
  const price = isJsonObject(cost) ? jsonDecimal(cost.amount) : undefined
  if (!isJsonObject(cost) || price === undefined) return {}
  const { currency } = cost
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { price, currency } : { price }
}
