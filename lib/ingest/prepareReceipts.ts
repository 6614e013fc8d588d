import { countryOf } from '@/lib/numbers/countryOf'
import type { Parsed, Receipt } from '@/lib/providers/types'
import { fingerprint } from './fingerprint'
import type { IngestReceipt, QuarantineRow } from './types'

/** A provider's clock may be ahead of ours by this much before we stop believing it. */
const MAX_AHEAD_MS = 24 * 60 * 60_000
const MAX_KEY_LENGTH = 260
/** What numeric(18,8) holds exactly. A price that it cannot hold stays in the raw callback. */
const STORABLE_PRICE = /^-?\d{1,10}(\.\d{1,8})?$/

/**
 * Turns what an adapter read into rows for the commit. What cannot stand (no id at all, a time in the future) becomes a
 * quarantine row: kept, shown, replayable. `receivedAt` is the arrival in ms UTC.
 */
export function prepareReceipts(
  parsed: Parsed,
  receivedAt: number,
): { receipts: IngestReceipt[]; quarantine: QuarantineRow[] } {
  const quarantine: QuarantineRow[] = parsed.unreadable.map(({ code, reason, item }) => ({ code, reason, item }))
  const receipts: IngestReceipt[] = []
  parsed.receipts.forEach((receipt, item) => {
    const problem = problemWith(receipt, receivedAt)
    if (problem) quarantine.push({ ...problem, item })
    else receipts.push(prepare(receipt))
  })
  return { receipts, quarantine }
}

/** The identity of a message within its connection. Undefined when the receipt names neither an id nor a reference. */
export function messageKeyOf(receipt: Receipt): string | undefined {
  if (receipt.messageKey) return receipt.messageKey
  if (receipt.providerMessageId) return receipt.providerMessageId
  return receipt.clientReference ? `ref:${receipt.clientReference}` : undefined
}

function problemWith(receipt: Receipt, receivedAt: number): { code: string; reason: string } | null {
  const key = messageKeyOf(receipt)
  if (!key) return { code: 'missing_field', reason: 'It names neither a message id nor a reference of ours.' }
  if (key.length > MAX_KEY_LENGTH)
    return { code: 'invalid_value', reason: `Its message id is ${key.length} characters long; the limit is 255.` }
  if (receipt.occurredAt !== null && receipt.occurredAt > receivedAt + MAX_AHEAD_MS)
    return {
      code: 'invalid_time',
      reason: `It says that it happened at ${new Date(receipt.occurredAt).toISOString()}, more than a day after it arrived.`,
    }
  return null
}

function prepare(receipt: Receipt): IngestReceipt {
  const messageKey = messageKeyOf(receipt) ?? ''
  return {
    messageKey,
    fingerprint: fingerprint(receipt),
    providerMessageId: receipt.providerMessageId === messageKey ? null : receipt.providerMessageId,
    clientReference: receipt.clientReference ?? null,
    recipient: receipt.recipient,
    sender: receipt.sender,
    status: receipt.status,
    rawStatus: receipt.rawStatus,
    failureClass: receipt.failureClass,
    errorCode: receipt.errorCode,
    occurredAt: receipt.occurredAt,
    country: countryOf(receipt.recipient),
    carrier: receipt.mccmnc ?? receipt.carrierName ?? '',
    purpose: receipt.purpose ?? '',
    location: receipt.location ?? '',
    campaign: receipt.campaign ?? null,
    segments: receipt.segments !== undefined && isSegmentCount(receipt.segments) ? receipt.segments : null,
    price: receipt.price !== undefined && STORABLE_PRICE.test(receipt.price) ? receipt.price : null,
    currency: receipt.currency ?? null,
  }
}

function isSegmentCount(value: number): boolean {
  return Number.isInteger(value) && value >= 0 && value <= 1000
}
