import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { readCount } from '../readCount'
import { jsonDecimal } from '../readDecimal'
import { requireId } from '../readId'
import { readMccMnc } from '../readMccMnc'
import { readReference } from '../readReference'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { readRecipient, readSender } from './addresses'
import { explain } from './errors'
import { readErrorCode } from './readErrorCode'
import { EXPIRED_CODE, STATUSES } from './statuses'

type JsonObject = Record<string, unknown>

const INBOUND = 'An inbound message, not the status of one of ours.'

/** Reads one status of the Messages API, version 1 or 0.1. A long text is one message. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const body = parseJson(request)
    if (!isJsonObject(body)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
    return collectReceipts([body], readStatusReport, INBOUND)
  })
}

function readStatusReport(report: JsonObject): Receipt | null {
  if (!jsonText(report, 'message_uuid')) return withoutId(report)
  const word = jsonText(report, 'status')
  if (!word) return withoutStatus(report)
  const errorCode = readErrorCode(report.error)
  const judged = judge(word, errorCode)
  return {
    providerMessageId: requireId(jsonText(report, 'message_uuid'), 'message_uuid'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: readRecipient(report),
    sender: readSender(report),
    occurredAt: readOccurredAt(jsonText(report, 'timestamp')),
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(jsonText(report, 'client_ref'), 'client_ref'),
      mccmnc: readMccMnc(textIn(report.destination, 'network_code')),
      segments: readCount(textIn(report.sms, 'count_total')),
      ...readUsage(report.usage),
    }),
  }
}

function judge(word: string, errorCode: string | null): ReturnType<typeof readStatus> {
  const judged = readStatus(STATUSES, word)
  return judged.status === 'rejected' && errorCode === EXPIRED_CODE ? { ...judged, status: 'expired' } : judged
}

function withoutId(report: JsonObject): never {
  if (report.messageId !== undefined) {
    throw new UnreadableError('missing_field', 'This is a receipt of the SMS API; only the Messages API is read here.')
  }
  throw new UnreadableError('missing_field', 'message_uuid is missing, so the message is not known.')
}

/** Inbound messages come to the same URL when the application says so: they have a content and no status. */
function withoutStatus({ message_type: type, message, text, direction }: JsonObject): null {
  if (type !== undefined || message !== undefined || text !== undefined || direction === 'inbound') return null
  throw new UnreadableError('missing_field', 'status is missing.')
}

function readOccurredAt(sent: string | undefined): number | null {
  return sent ? readIsoTime(sent, 'timestamp') : null
}

/** On the event that is charged; other events repeat no price. */
function readUsage(usage: unknown): Pick<Receipt, 'price' | 'currency'> {
  const price = isJsonObject(usage) ? jsonDecimal(usage.price) : undefined
  if (!isJsonObject(usage) || price === undefined) return {}
  const { currency } = usage
  return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? { price, currency } : { price }
}

function textIn(value: unknown, field: string): string | undefined {
  return isJsonObject(value) ? jsonText(value, field) : undefined
}
