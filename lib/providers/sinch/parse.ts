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
import { explain, readErrorCode } from './errors'
import { spell, STATUSES } from './statuses'

type JsonObject = Record<string, unknown>

const SUMMARY = 'A summary of a batch: it counts texts and names no recipient, so no text can be told from it.'
const OTHER = 'An inbound text or another event, not a delivery report.'

/** Reads the report of one recipient, or that of a batch with its recipients. There is no id per text. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const report = parseJson(request)
    if (!isJsonObject(report)) throw new UnreadableError('malformed_body', 'The body must be one JSON object.')
    const type = jsonText(report, 'type')
    if (!type) throw new UnreadableError('missing_field', 'type is missing.')
    if (type.startsWith('recipient_delivery_report_')) return collectReceipts([report], readRecipient, OTHER)
    if (type.startsWith('delivery_report_')) return collectReceipts(recipientsOf(report), readRecipient, SUMMARY)
    return { receipts: [], unreadable: [], ignored: OTHER }
  })
}

/** A batch report as one report per recipient. An entry that is no object is left to be judged by itself. */
function recipientsOf(report: JsonObject): unknown[] {
  if (!Array.isArray(report.statuses)) throw new UnreadableError('missing_field', 'statuses is missing, or is no list.')
  const { batch_id, client_reference } = report
  return (report.statuses as unknown[]).flatMap((entry) => {
    if (!isJsonObject(entry)) return [entry]
    const recipients: unknown[] = Array.isArray(entry.recipients) ? entry.recipients : []
    const { code, status } = entry
    return recipients.map((recipient) => ({ batch_id, client_reference, code, status, recipient }))
  })
}

function readRecipient(report: unknown): Receipt {
  if (!isJsonObject(report)) throw new UnreadableError('malformed_body', 'An entry of statuses must be a JSON object.')
  const word = jsonText(report, 'status')
  if (!word) throw new UnreadableError('missing_field', 'status is missing.')
  const judged = readStatus(STATUSES, spell(word))
  const errorCode = readErrorCode(readId(jsonText(report, 'code'), 'code'))
  const batchId = requireId(jsonText(report, 'batch_id'), 'batch_id')
  const recipient = jsonText(report, 'recipient')
  return {
    providerMessageId: batchId,
    messageKey: recipientKey(batchId, recipient, 'recipient'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(recipient ?? ''),
    // Only where Sinch chose the sender; else no report repeats it.
    sender: toSender(cleanLabel(jsonText(report, 'applied_originator') ?? '')),
    occurredAt: readOccurredAt(report),
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(jsonText(report, 'client_reference'), 'client_reference'),
      segments: readCount(jsonText(report, 'number_of_message_parts')),
      carrierName: readOperator(jsonText(report, 'operator')),
    }),
  }
}

/** When the network says that it happened; else when Sinch wrote the report. Batch reports hold no time. */
function readOccurredAt(report: JsonObject): number | null {
  const field = jsonText(report, 'operator_status_at') ? 'operator_status_at' : 'at'
  const sent = jsonText(report, field)
  return sent ? readIsoTime(sent, field) : null
}

/**
 * Only for accounts where Sinch switched it on, and in no documented form. A number is not taken for MCC and MNC: as
 * that, "35000" would be a network of Bermuda.
 */
function readOperator(operator: string | undefined): string | undefined {
  const name = cleanLabel(operator ?? '').trim()
  if (name === '') return undefined
  return /^\d+$/.test(name) ? cleanLabel(`Operator ${name}`) : name
}
