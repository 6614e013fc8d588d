import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { readId, requireId } from '../readId'
import { readReference } from '../readReference'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain } from './errors'
import { STATUSES } from './statuses'

type JsonObject = Record<string, unknown>

const OTHER = 'Another event than sms.outbound: nothing about a text of ours.'

/** Reads a notification of the Channels API about one text. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts([parseJson(request)], readNotification, OTHER))
}

function readNotification(body: unknown): Receipt | null {
  if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
  const event = jsonText(body, 'event')
  if (!event) throw new UnreadableError('missing_field', 'event is missing.')
  if (event !== 'sms.outbound') return null
  if (!isJsonObject(body.payload)) throw new UnreadableError('missing_field', 'payload is missing.')
  return readPayload(body.payload)
}

function readPayload(payload: JsonObject): Receipt {
  const word = jsonText(payload, 'status')
  if (!word) throw new UnreadableError('missing_field', 'payload.status is missing.')
  const judged = readStatus(STATUSES, word)
  const errorCode = readErrorCode(payload.failure)
  const lastStatusAt = jsonText(payload, 'lastStatusAt')
  return {
    providerMessageId: requireId(jsonText(payload, 'id'), 'payload.id'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(recipientOf(payload.receiver) ?? ''),
    sender: toSender(cleanLabel(senderOf(payload.sender) ?? '')),
    occurredAt: lastStatusAt ? readIsoTime(lastStatusAt, 'payload.lastStatusAt') : null,
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(jsonText(payload, 'reference'), 'payload.reference'),
    }),
  }
}

/** "15005/1": the failure code, a slash, the code of the platform below where there is one. */
function readErrorCode(failure: unknown): string | null {
  if (!isJsonObject(failure)) return null
  const code = readId(jsonText(failure, 'code'), 'payload.failure.code')
  if (code === undefined || code === '0') return null
  const source = isJsonObject(failure.source) ? jsonText(failure.source, 'code') : undefined
  return readId(source ? `${code}/${source}` : code, 'payload.failure.source.code') ?? null
}

/** The first phone number among the contacts. Its place is not documented for certain, so nothing depends on it. */
function recipientOf(receiver: unknown): string | undefined {
  const contacts: unknown = isJsonObject(receiver) ? receiver.contacts : undefined
  if (!Array.isArray(contacts)) return undefined
  const list = (contacts as unknown[]).filter(isJsonObject)
  const contact = list.find((entry) => entry.identifierKey === 'phonenumber') ?? list[0]
  return contact && jsonText(contact, 'identifierValue')
}

function senderOf(sender: unknown): string | undefined {
  const connector: unknown = isJsonObject(sender) ? sender.connector : undefined
  return isJsonObject(connector) ? jsonText(connector, 'identifierValue') : undefined
}
