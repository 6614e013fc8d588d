import { cleanLabel } from '../cleanText'
import { toE164 } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { jsonText } from '../parseJson'
import { requireId } from '../readId'
import { parseUtcClock, readTime } from '../readTime'
import { readStatus } from '../statusTable'
import type { Receipt } from '../types'
import { explain, statusOfText } from './errors'
import { childOf, type JsonObject, label, optional, priceInUsd, readCount, requireWord } from './fields'
import { networkOfNumbers } from './networks'
import { LOG_STATUSES } from './statuses'

/** One entry of the delivery log of SNS `Publish` to a phone number, forwarded out of CloudWatch. */
export function readSmsLog(entry: JsonObject): Receipt {
  const notification = childOf(entry, 'notification')
  const delivery = childOf(entry, 'delivery')
  const judged = readStatus(LOG_STATUSES, requireWord(entry, 'status'))
  const text = cleanLabel(label(delivery.providerResponse) ?? '')
  const errorCode = judged.status === 'undelivered' && text !== '' ? text : null
  const status = errorCode === null ? judged.status : (statusOfText(errorCode) ?? judged.status)
  return {
    providerMessageId: requireId(jsonText(notification, 'messageId'), 'messageId'),
    ...judged,
    status,
    failureClass: failureClassFor(status, errorCode === null ? undefined : explain(errorCode.trim())),
    errorCode,
    recipient: toE164(label(delivery.destination) ?? ''),
    sender: null,
    occurredAt: readTimestamp(jsonText(notification, 'timestamp')),
    ...optional('mccmnc', networkOfNumbers(delivery.mcc, delivery.mnc)),
    ...optional('carrierName', label(delivery.phoneCarrier)),
    ...optional('segments', readCount(delivery.numberOfMessageParts)),
    ...priceInUsd(delivery.priceInUSD),
  }
}

/** "2025-03-04 14:16:02.123". AWS does not state the zone; its logs are in UTC. */
function readTimestamp(sent: string | undefined): number | null {
  if (!sent) return null
  const [clock = '', milliseconds = '0', ...rest] = sent.split('.')
  const isPlain = /^\d{1,9}$/.test(milliseconds) && rest.length === 0
  const time = isPlain ? parseUtcClock(clock) + Number(milliseconds.slice(0, 3).padEnd(3, '0')) : NaN
  return readTime(time, 'timestamp', sent)
}
