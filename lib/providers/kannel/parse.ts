import { cleanLabel, cleanText } from '../cleanText'
import { collectReceipts, parseOrUnreadable } from '../collectReceipts'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { firstValue, type Form } from '../formDecoder'
import { readId } from '../readId'
import { parseUnixSeconds, parseUtcClock, readTime } from '../readTime'
import { queryForm } from '../requestForm'
import { parseSmppReceiptText } from '../smppReceiptText'
import type { CallbackRequest, Parsed, Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { errorCodeOf } from './errorCode'
import { explain } from './errors'
import { PLACEHOLDER } from './placeholder'
import { failureStatus, STATUSES } from './statuses'

/**
 * Reads a DLR call. Its query is what Kannel made of the `dlr-url`: it can hold a literal "%N", NUL and raw bytes, so
 * broken escapes are no reason to refuse it.
 */
export function parse(request: CallbackRequest): Parsed {
  return parseOrUnreadable(() => collectReceipts([queryForm(request)], (query) => readReceipt(query, request.url), ''))
}

function readReceipt(query: Form, url: string): Receipt {
  const get = (name: string) => firstValue(query, name)
  const kind = get('d')
  if (!kind) throw new UnreadableError('missing_field', 'd is missing: put d=%d into the dlr-url.')
  const answer = cleanText(get('A') ?? '')
  const { stat, err } = parseSmppReceiptText(answer)
  const known = kind === '2' ? failureStatus(stat) : STATUSES.get(kind)
  const status = known ?? 'unknown'
  const errorCode = errorCodeOf(answer, err, url)
  return {
    ...readKeys(get),
    status,
    rawStatus: known ? rawStatusOf(kind, answer, stat) : cleanLabel(`d=${kind}`),
    ...(known ? {} : { unrecognised: true as const }),
    failureClass: failureClassFor(status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    // For Kannel %p is "the sender of the receipt": the handset. %P is the sender of our text.
    recipient: toE164(get('p') ?? ''),
    sender: toSender(cleanLabel(get('P') ?? '')),
    occurredAt: readOccurredAt(get('T'), get('t')),
    ...routeOf(get('i')),
  }
}

/** The send call of Kannel returns no id, so our own reference is what joins receipts to a message. */
function readKeys(get: (name: string) => string | undefined) {
  const providerMessageId = readId(get('F'), 'F') ?? null
  const reference = referenceOf(get('ref'))
  if (reference !== undefined) return { providerMessageId, messageKey: `ref:${reference}`, clientReference: reference }
  if (providerMessageId !== null) return { providerMessageId, messageKey: providerMessageId }
  throw new UnreadableError('missing_field', 'ref and F are both missing or not filled in: the message is not known.')
}

/**
 * What the sender put in place of OUR-ID. Left as it is in the URL that we show, it stands in the reports of all texts:
 * as their key it would make one message of them.
 */
function referenceOf(sent: string | undefined): string | undefined {
  return sent === PLACEHOLDER ? undefined : readId(sent, 'ref')
}

/** %i: which SMSC took the text. Unfilled ("%i") it says nothing. */
function routeOf(smsc: string | undefined): { route?: string } {
  const route = cleanLabel(smsc ?? '')
  return route === '' || route === '%i' ? {} : { route }
}

/** The SMSC's word where there is one, else Kannel's own. */
function rawStatusOf(kind: string, answer: string, stat: string | null): string {
  if (stat) return cleanLabel(stat)
  return /^N?ACK(?=\/)/.exec(answer)?.[0] ?? `d=${kind}`
}

/** %T (Unix seconds) or %t (UTC): when Kannel handled the report. */
function readOccurredAt(unix: string | undefined, clock: string | undefined): number | null {
  if (unix) return readTime(parseUnixSeconds(unix), 'T', unix)
  return clock ? readTime(parseUtcClock(clock), 't', clock) : null
}
