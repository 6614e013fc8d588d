import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText } from '../parseJson'
import { readCount } from '../readCount'
import { jsonDecimal } from '../readDecimal'
import { requireId } from '../readId'
import { readMccMnc } from '../readMccMnc'
import { readReference } from '../readReference'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain } from './errors'
import { readErrorCode, readJudgement } from './readJudgement'
import { reportsOf } from './reportsOf'

const NOTHING = 'No delivery report in it: an empty batch, or inbound texts.'

/** Reads a batch of delivery reports, of API v3 or of the deprecated one, as JSON or XML. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts(reportsOf(request), readReport, NOTHING))
}

function readReport(report: unknown): Receipt | null {
  if (!isJsonObject(report)) throw new UnreadableError('malformed_body', 'A report must be an object.')
  if (!isJsonObject(report.status)) return withoutStatus(report)
  const { statusId, ...judged } = readJudgement(report.status)
  const errorCode = readErrorCode(report.error, judged.status, statusId)
  const doneAt = jsonText(report, 'doneAt')
  return {
    providerMessageId: requireId(jsonText(report, 'messageId'), 'messageId'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(jsonText(report, 'to') ?? ''),
    sender: toSender(cleanLabel(jsonText(report, 'sender') ?? jsonText(report, 'from') ?? '')),
    occurredAt: doneAt ? readIsoTime(doneAt, 'doneAt') : null,
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(jsonText(report, 'callbackData'), 'callbackData'),
      segments: readCount(jsonText(report, 'messageCount') ?? jsonText(report, 'smsCount')),
      mccmnc: readMccMnc(jsonText(report, 'mccMnc')),
      ...readPrice(report.price),
    }),
  }
}

/** Inbound texts can be sent to the same URL: they have a text and no status. */
function withoutStatus(report: Record<string, unknown>): null {
  if (Object.hasOwn(report, 'receivedAt') || Object.hasOwn(report, 'text')) return null
  throw new UnreadableError('missing_field', 'status is missing.')
}

/** Infobip states the price of one segment, not of the text. */
function readPrice(price: unknown): Pick<Partial<Receipt>, 'price' | 'currency' | 'pricePerSegment'> {
  if (!isJsonObject(price)) return {}
  const perSegment = jsonDecimal(price.pricePerMessage)
  if (perSegment === undefined) return {}
  const currency = jsonText(price, 'currency')
  const known = currency !== undefined && /^[A-Z]{3}$/.test(currency)
  return { price: perSegment, pricePerSegment: true, ...(known ? { currency } : {}) }
}
