import { cleanLabel } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { failureClassFor } from '../failureClassFor'
import { requireId } from '../readId'
import { parseUnixSeconds, readTime } from '../readTime'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { type Fields, fieldsOf } from './fields'
import { STATUSES } from './statuses'

const CHECK = 'Textmagic tried whether the URL answers, before saving it.'
const INBOUND = 'An inbound text, not a receipt for one of ours.'

/** Reads a delivery notification. The HEAD request that tries the URL has no body. */
export function parse(request: CallbackRequest): Parsed {
  if (request.method === 'HEAD') return { receipts: [], unreadable: [], ignored: CHECK }
  return parseOrUnreadable(() => collectReceipts([fieldsOf(request)], readReceipt, INBOUND))
}

function readReceipt(get: Fields): Receipt | null {
  const letter = get('status')
  if (!letter) return withoutStatus(get)
  const status = STATUSES.get(letter) ?? 'unknown'
  const rawStatus = cleanLabel(letter) || '(empty)'
  const failureClass = failureClassFor(status, explain(letter))
  const sent = get('timestamp')
  return {
    providerMessageId: requireId(get('message_id'), 'message_id'),
    status,
    rawStatus,
    failureClass,
    errorCode: failureClass === null ? null : rawStatus,
    // Neither is in the callback: only the answer to the send call, or a registration, can tell.
    recipient: null,
    sender: null,
    occurredAt: sent ? readTime(parseUnixSeconds(sent), 'timestamp', sent) : null,
    // credits_cost is in credits, not in money: it must not be added to prices.
  }
}

/** Inbound texts come to the same URL when both settings are equal. */
function withoutStatus(get: Fields): null {
  if (get('text') !== undefined && get('from') !== undefined) return null
  throw new UnreadableError('missing_field', 'status is missing.')
}
