import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164 } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { type Form, firstValue } from '../formDecoder'
import { readIsoTime } from '../isoTime'
import { readCount } from '../readCount'
import { readDecimal } from '../readDecimal'
import { readId, requireId } from '../readId'
import { readMccMnc } from '../readMccMnc'
import { readReference } from '../readReference'
import { recipientKey } from '../recipientKey'
import { queryForm } from '../requestForm'
import { readStatus } from '../statusTable'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { withoutGaps } from '../withoutGaps'
import { explain } from './errors'
import { STATUSES } from './statuses'

const OTHER = 'Not a status report: it has a text and no status.'

/** Reads the status report of one recipient. All recipients of a send share the id. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    const query = queryForm(request)
    if (query.malformed) {
      throw new UnreadableError('malformed_body', 'A %-escape of the query is broken, or there are too many fields.')
    }
    return collectReceipts([query], readReport, OTHER)
  })
}

function readReport(query: Form): Receipt | null {
  const get = (name: string) => firstValue(query, name)
  const word = get('status')
  if (!word) return withoutStatus(get)
  const judged = readStatus(STATUSES, word)
  const errorCode = readErrorCode(judged.status, get('statusErrorCode'))
  const id = requireId(get('id'), 'id')
  return {
    providerMessageId: id,
    messageKey: recipientKey(id, get('recipient'), 'recipient'),
    ...judged,
    failureClass: failureClassFor(judged.status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(get('recipient') ?? ''),
    sender: null,
    occurredAt: readOccurredAt(get('statusDatetime')),
    ...withoutGaps<Partial<Receipt>>({
      clientReference: readReference(get('reference'), 'reference'),
      segments: readCount(get('messagePartCount')),
      mccmnc: readMccMnc(get('mccmnc')),
      ...readPrice(get('price[amount]'), get('price[currency]')),
    }),
  }
}

function withoutStatus(get: (name: string) => string | undefined): null {
  if (get('body') !== undefined || get('message') !== undefined) return null
  throw new UnreadableError('missing_field', 'status is missing.')
}

/** Beside a failure, 0 means "failed for no given reason"; beside anything else it means "no error". */
function readErrorCode(status: Receipt['status'], sent: string | undefined): string | null {
  const code = readId(sent, 'statusErrorCode')
  if (code === undefined) return null
  return code === '0' && failureClassFor(status, undefined) === null ? null : code
}

/** A "+" that was not encoded arrives as a space. */
function readOccurredAt(sent: string | undefined): number | null {
  return sent ? readIsoTime(sent.replace(/ (?=\d\d:?\d\d$)/, '+'), 'statusDatetime') : null
}

function readPrice(amount: string | undefined, currency: string | undefined): Pick<Receipt, 'price' | 'currency'> {
  const price = readDecimal(amount)
  if (price === undefined) return {}
  return currency && /^[A-Z]{3}$/.test(currency) ? { price, currency } : { price }
}
