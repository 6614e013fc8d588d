import { cleanLabel } from '../cleanText'
import { toE164, toSender } from '../e164'
import { failureClassFor } from '../failureClassFor'
import { readId } from '../readId'
import { readTime } from '../readTime'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'
import type { LandedReceipt } from './contract'

/** A valid item as a receipt. Throws UnreadableError where two fields do not fit, and for ids that cannot be keys. */
export function toReceipt(item: LandedReceipt): Receipt {
  const { status } = item
  return {
    ...keysOf(item),
    status,
    rawStatus: cleanLabel(item.rawStatus ?? '') || status,
    // A class beside a status that is no failure says nothing; without one, the status alone says "unknown".
    failureClass: failureClassFor(status, undefined) && (item.failureClass ?? failureClassFor(status, undefined)),
    errorCode: readId(item.errorCode ?? undefined, 'errorCode') ?? null,
    recipient: recipientOf(item),
    sender: item.sender ? toSender(cleanLabel(item.sender)) : null,
    occurredAt: item.occurredAt ? readTime(Date.parse(item.occurredAt), 'occurredAt', item.occurredAt) : null,
    ...labelsOf(item),
  }
}

function keysOf(item: LandedReceipt): Pick<Receipt, 'providerMessageId' | 'clientReference'> {
  const providerMessageId = readId(item.providerMessageId ?? undefined, 'providerMessageId') ?? null
  const clientReference = readId(item.clientReference ?? undefined, 'clientReference')
  if (providerMessageId === null && clientReference === undefined) {
    throw new UnreadableError('missing_field', 'providerMessageId or clientReference is required.')
  }
  return clientReference === undefined ? { providerMessageId } : { providerMessageId, clientReference }
}

/** Whoever writes this format can write the number properly, so one that cannot be read is an error. */
function recipientOf({ recipient }: LandedReceipt): string | null {
  if (!recipient) return null
  const number = toE164(recipient)
  if (number === null)
    throw new UnreadableError('invalid_value', 'recipient must be a number with "+" and country code.')
  return number
}

function labelsOf(item: LandedReceipt): Partial<Receipt> {
  const labels: Partial<Receipt> = {}
  if (item.mccmnc) labels.mccmnc = item.mccmnc
  if (item.price) labels.price = item.price
  if (item.currency) labels.currency = item.currency
  if (item.segments) labels.segments = item.segments
  if (item.purpose) labels.purpose = item.purpose
  for (const name of ['carrierName', 'location', 'campaign'] as const) {
    const label = cleanLabel(item[name] ?? '')
    if (label !== '') labels[name] = label
  }
  return labels
}
