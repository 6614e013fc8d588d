import { cleanLabel } from '../cleanText'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readIsoTime } from '../isoTime'
import { isJsonObject, jsonText } from '../parseJson'
import { requireId } from '../readId'
import { readReference } from '../readReference'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import { explain } from './errors'
import { dataOf, type EventObject } from './events'
import { STATUSES } from './statuses'

/** One delivery report. Throws UnreadableError. */
export function readReport(event: EventObject): Receipt {
  const data = dataOf(event)
  if (!data) throw new UnreadableError('missing_field', 'data is missing, or is no object.')
  const get = (name: string) => jsonText(data, name)
  const rawStatus = cleanLabel(get('deliveryStatus') ?? '')
  if (rawStatus === '') throw new UnreadableError('missing_field', 'deliveryStatus is missing.')
  const status = STATUSES.get(rawStatus) ?? 'unknown'
  const errorCode = status === 'delivered' ? null : errorCodeOf(get('deliveryStatusDetails') ?? '')
  const received = get('receivedTimestamp')
  // "Tag" in Microsoft's sample, "tag" in the types of its SDK.
  const clientReference = readReference(get('Tag') ?? get('tag'), 'Tag')
  const segments = segmentsOf(data.deliveryAttempts)
  return {
    providerMessageId: requireId(get('messageId'), 'messageId'),
    status,
    rawStatus,
    failureClass: failureClassFor(status, errorCode === null ? undefined : explain(errorCode)),
    errorCode,
    recipient: toE164(get('to') ?? ''),
    sender: toSender(cleanLabel(get('from') ?? '')),
    occurredAt: received ? readIsoTime(received, 'receivedTimestamp') : null,
    ...(clientReference === undefined ? {} : { clientReference }),
    ...(segments === undefined ? {} : { segments }),
  }
}

const FOUR_DIGITS = /(?<!\d)\d{4}(?!\d)/
const NO_ERROR = /^(?:no error\.?)?$/i
const DELIVERED_CODE = '2000'

/** The first number of four digits in the details, else their text. Null for the ways to say "no error". */
function errorCodeOf(details: string): string | null {
  const code = FOUR_DIGITS.exec(details)?.[0] ?? cleanLabel(details).trim()
  return code === DELIVERED_CODE || NO_ERROR.test(code) ? null : code
}

/** Parts of the last attempt, whether they came through or not; undefined when there was none. */
function segmentsOf(attempts: unknown): number | undefined {
  const last: unknown = Array.isArray(attempts) ? attempts.at(-1) : undefined
  if (!isJsonObject(last)) return undefined
  const { segmentsSucceeded, segmentsFailed } = last
  const segments = isCount(segmentsSucceeded) && isCount(segmentsFailed) ? segmentsSucceeded + segmentsFailed : 0
  // No text has none: then nobody counted.
  return segments > 0 ? segments : undefined
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0
}
