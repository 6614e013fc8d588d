import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { bodyKind } from '../contentType'
import { toE164 } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { type Form, firstValue } from '../formDecoder'
import { readId, requireId } from '../readId'
import { bodyForm } from '../requestForm'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { readNetwork } from './network'
import { STATUSES } from './statuses'

const INBOUND = 'An inbound text, not a receipt for one of ours.'

/** Reads the delivery report of one recipient. */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => {
    if (bodyKind(request) !== 'form') throw new UnreadableError('wrong_content_type', 'The body must be a form.')
    return collectReceipts([bodyForm(request)], readReceipt, INBOUND)
  })
}

function readReceipt(form: Form): Receipt | null {
  const word = firstValue(form, 'status')
  if (!word) return withoutStatus(form)
  const status = STATUSES.get(word) ?? 'unknown'
  const reason = readId(firstValue(form, 'failureReason'), 'failureReason')
  return {
    providerMessageId: requireId(firstValue(form, 'id'), 'id'),
    status,
    rawStatus: cleanLabel(word) || '(empty)',
    // Without a reason the status itself can be one (AbsentSubscriber).
    failureClass: failureClassFor(status, explain(reason ?? word)),
    errorCode: reason ?? null,
    // A "+" that was not encoded arrives as a space, which toE164 drops.
    recipient: toE164(firstValue(form, 'phoneNumber') ?? ''),
    sender: null,
    // No field carries a time. retryCount counts tries of the text, not of this callback.
    occurredAt: null,
    ...readNetwork(firstValue(form, 'networkCode')),
  }
}

function withoutStatus(form: Form): null {
  if (firstValue(form, 'text') !== undefined && firstValue(form, 'from') !== undefined) return null
  throw new UnreadableError('missing_field', 'status is missing.')
}
