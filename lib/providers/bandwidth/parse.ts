import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { readCount } from '../readCount'
import { readId, requireId } from '../readId'
import { readReference } from '../readReference'
import { recipientKey } from '../recipientKey'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain } from './errors'
import { INBOUND_TYPES, STATUS_BY_CODE, STATUSES } from './statuses'

type JsonObject = Record<string, unknown>

const INBOUND = 'Inbound texts or answers, no events of texts of ours.'

/** Reads a list of events, usually of one. A group text gives one per recipient, all with the same id. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const body = parseJson(request)
    if (!Array.isArray(body)) throw new UnreadableError('malformed_body', 'The body must be a JSON list of events.')
    return collectReceipts(body as unknown[], readEvent, INBOUND)
  })
}

function readEvent(event: unknown): Receipt | null {
  if (!isJsonObject(event)) throw new UnreadableError('malformed_body', 'An event must be a JSON object.')
  const type = jsonText(event, 'type')
  if (!type) throw new UnreadableError('missing_field', 'type is missing.')
  const { message } = event
  if (INBOUND_TYPES.has(type) || (isJsonObject(message) && message.direction === 'in')) return null
  if (!isJsonObject(message)) throw new UnreadableError('missing_field', 'message is missing.')
  return readOutbound(type, event, message)
}

function readOutbound(type: string, event: JsonObject, message: JsonObject): Receipt {
  const errorCode = readErrorCode(jsonText(event, 'errorCode'))
  const judged = judge(type, errorCode)
  const id = requireId(jsonText(message, 'id'), 'message.id')
  // message.to lists all recipients of a group; this event is about one of them.
  const recipient = jsonText(event, 'to')
  return {
    providerMessageId: id,
    messageKey: recipientKey(id, recipient, 'to'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(recipient ?? ''),
    // Not message.owner, which has been seen to hold the recipient.
    sender: toSender(cleanLabel(jsonText(message, 'from') ?? '')),
    occurredAt: readOccurredAt(jsonText(event, 'time')),
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(jsonText(message, 'tag'), 'message.tag'),
      segments: readCount(jsonText(message, 'segmentCount')),
      carrierName: cleanLabel(jsonText(event, 'carrierName') ?? '').trim() || undefined,
    }),
  }
}

/** What the type says, unless the code beside a failure says better. */
function judge(type: string, errorCode: string | null): ReturnType<typeof readStatus> {
  const judged = readStatus(STATUSES, type)
  const status = judged.status === 'failed' && errorCode !== null ? STATUS_BY_CODE.get(errorCode) : undefined
  return status ? { ...judged, status } : judged
}

function readErrorCode(sent: string | undefined): string | null {
  const code = readId(sent, 'errorCode')
  return code === undefined || code === '0' ? null : code
}

function readOccurredAt(sent: string | undefined): number | null {
  return sent ? readIsoTime(sent, 'time') : null
}
