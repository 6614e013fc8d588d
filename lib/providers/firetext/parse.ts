import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { bodyKind } from '../contentType'
import { toE164 } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { type Form, firstValue } from '../formDecoder'
import { readId, requireId } from '../readId'
import { bodyForm } from '../requestForm'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { ukLocalTime } from '../ukLocalTime'
import { UnreadableError } from '../UnreadableError'
import { explain, NO_ERROR } from './errors'
import { STATUSES } from './statuses'

/** Reads one receipt. The form is not strictly encoded (raw spaces), so broken escapes are no reason to refuse it. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    if (bodyKind(request) !== 'form') throw new UnreadableError('wrong_content_type', 'The body must be a form.')
    return collectReceipts([bodyForm(request)], readReceipt, '')
  })
}

function readReceipt(form: Form): Receipt {
  const word = firstValue(form, 'status')
  if (!word) throw new UnreadableError('missing_field', 'status is missing.')
  const reference = requireId(firstValue(form, 'reference'), 'reference')
  const code = readId(firstValue(form, 'code'), 'code')
  const status = STATUSES.get(word) ?? 'unknown'
  return {
    // The reference is ours, given at send; Firetext sends no id of its own.
    providerMessageId: reference,
    clientReference: reference,
    status,
    rawStatus: cleanLabel(word) || '(empty)',
    // "No error" beside a failure is a real case: the phone was not reached.
    failureClass: failureClassFor(status, code && (code !== NO_ERROR || word === '1') ? explain(code) : undefined),
    errorCode: code === undefined || code === NO_ERROR ? null : code,
    recipient: toE164(firstValue(form, 'mobile') ?? ''),
    sender: null,
    occurredAt: ukLocalTime(restorePlus(firstValue(form, 'time'))),
  }
}

/** An offset that was not percent-encoded ("10:17:00+0200") comes out of a form with a space. */
function restorePlus(time: string | undefined): string | undefined {
  return time?.replace(/(:\d\d) (\d\d:?\d\d)$/, '$1+$2')
}
