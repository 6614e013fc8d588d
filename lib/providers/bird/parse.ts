import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText, parseJson } from '../parseJson'
import { readCount } from '../readCount'
import { readDecimal } from '../readDecimal'
import { readId, requireId } from '../readId'
import { readMccMnc } from '../readMccMnc'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain } from './errors'
import { STATUSES } from './statuses'

type JsonObject = Record<string, unknown>

const OTHER = 'Another event than the status of a text.'

/** Reads one event. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts([parseJson(request)], readEvent, OTHER))
}

function readEvent(event: unknown): Receipt | null {
  if (!isJsonObject(event)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
  const type = jsonText(event, 'type')
  if (!type) throw new UnreadableError('missing_field', 'type is missing.')
  // The list of events is open. A new one about texts may be a status, and is kept as one that is not known.
  if (!type.startsWith('sms.') || type === 'sms.received') return null
  if (!isJsonObject(event.data)) throw new UnreadableError('missing_field', 'data is missing.')
  return readSms(type, jsonText(event, 'timestamp'), event.data)
}

function readSms(type: string, timestamp: string | undefined, data: JsonObject): Receipt {
  const judged = readStatus(STATUSES, type)
  const errorCode = isJsonObject(data.error) ? (readId(jsonText(data.error, 'code'), 'data.error.code') ?? null) : null
  return {
    providerMessageId: requireId(jsonText(data, 'sms_id'), 'data.sms_id'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(jsonText(data, 'to') ?? ''),
    sender: toSender(cleanLabel(jsonText(data, 'from') ?? '')),
    occurredAt: timestamp ? readIsoTime(timestamp, 'timestamp') : null,
    ...withoutGaps<Partial<Receipt>>({
      mccmnc: readMccMnc(jsonText(data, 'mcc_mnc')),
      carrierName: cleanLabel(jsonText(data, 'carrier') ?? '') || undefined,
      segments: isJsonObject(data.segments) ? readCount(jsonText(data.segments, 'count')) : undefined,
      ...readCost(data.cost),
    }),
  }
}

/** The sum of the parts that are charged so far: it grows, so the greatest one is the price. */
function readCost(cost: unknown): Pick<Receipt, 'price' | 'currency'> {
  if (!isJsonObject(cost)) return {}
  const price = readDecimal(jsonText(cost, 'amount'))
  if (price === undefined) return {}
  const currency = jsonText(cost, 'currency_code')
  return currency && /^[A-Z]{3}$/.test(currency) ? { price, currency } : { price }
}
