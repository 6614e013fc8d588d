import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { bodyKind } from '../contentType'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { type Form, firstValue } from '../formDecoder'
import { readIsoTime } from '../isoTime'
import { readCount } from '../readCount'
import { readDecimal } from '../readDecimal'
import { readId, requireId } from '../readId'
import { bodyForm, queryForm } from '../requestForm'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain } from './errors'
import { STATUSES, TIME_FIELDS } from './statuses'

type Get = (name: string) => string | undefined

const INBOUND = 'An inbound text, not the status of one of ours.'

/** Reads one status callback: a form, or a query for GET. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const form = formOf(request)
    if (form.malformed) {
      throw new UnreadableError('malformed_body', 'A %-escape is broken, or there are more than 1000 fields.')
    }
    return collectReceipts([form], readReport, INBOUND)
  })
}

function formOf(request: CallbackRequest): Form {
  if (request.method === 'GET') return queryForm(request)
  const kind = bodyKind(request)
  if (kind === 'form' || kind === 'none') return bodyForm(request)
  throw new UnreadableError('wrong_content_type', 'Plivo sends forms; this body is none.')
}

function readReport(form: Form): Receipt | null {
  const get: Get = (name) => firstValue(form, name)
  const word = get('Status')
  if (!word) return withoutStatus(get)
  const judged = readStatus(STATUSES, word)
  const errorCode = readErrorCode(get('ErrorCode'))
  return {
    providerMessageId: requireId(get('MessageUUID'), 'MessageUUID'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    // Hidden when the account hides numbers in its logs.
    recipient: toE164(get('To') ?? ''),
    sender: toSender(cleanLabel(get('From') ?? '')),
    occurredAt: readOccurredAt(word, get),
    ...withoutGaps<Partial<Receipt>>({
      segments: readCount(get('Units')),
      // TotalRate is the price of one segment. The currency is not said.
      price: readDecimal(get('TotalAmount')),
      mccmnc: readNetwork(get('MCC'), get('MNC')),
    }),
  }
}

function withoutStatus(get: Get): null {
  if (get('Text') !== undefined) return null
  throw new UnreadableError('missing_field', 'Status is missing.')
}

/** "000" means that there is none. */
function readErrorCode(sent: string | undefined): string | null {
  const code = readId(sent, 'ErrorCode')
  return code === undefined || /^0+$/.test(code) ? null : code
}

/** Plivo does not state the zone; UTC is assumed. A status without a time of its own has none. */
function readOccurredAt(status: string, get: Get): number | null {
  const field = TIME_FIELDS.get(status)
  const sent = field && get(field)
  return sent ? (readIsoTime(sent, field) ?? readIsoTime(`${sent}Z`, field)) : null
}

/** Both, or nothing: without its MNC a network is none. */
function readNetwork(mcc = '', mnc = ''): string | undefined {
  return /^\d{3}$/.test(mcc) && /^\d{2,3}$/.test(mnc) ? mcc + mnc : undefined
}
