import type { Receipt } from '@/lib/providers/types'
import type { ExpectedEvent } from './fixture'

/** Every difference between what was read and what should have been, one sentence each. */
export function compareEvents(receipts: readonly Receipt[], expected: readonly ExpectedEvent[]): string[] {
  if (receipts.length !== expected.length) {
    return [`expected ${expected.length} events, read ${receipts.length}`]
  }
  return receipts.flatMap((receipt, index) => compareEvent(receipt, expected[index]!, `events[${index}]`))
}

function compareEvent(receipt: Receipt, expected: ExpectedEvent, at: string): string[] {
  const actual = eventOf(receipt)
  return (Object.keys(expected) as (keyof ExpectedEvent)[])
    .filter((key) => actual[key] !== expected[key])
    .map((key) => `${at}.${key}: expected ${JSON.stringify(expected[key])}, read ${JSON.stringify(actual[key])}`)
}

function eventOf(receipt: Receipt): Record<keyof ExpectedEvent, string | number | null> {
  return {
    provider_message_id: receipt.providerMessageId,
    canonical_status: receipt.status,
    recipient: receipt.recipient,
    sender: receipt.sender,
    error_code: receipt.errorCode,
    failure_class: receipt.failureClass,
    occurred_at: receipt.occurredAt === null ? null : new Date(receipt.occurredAt).toISOString(),
    raw_status: receipt.rawStatus,
    client_reference: receipt.clientReference ?? null,
    segments: receipt.segments ?? null,
    price: receipt.price ?? null,
    currency: receipt.currency ?? null,
    mccmnc: receipt.mccmnc ?? null,
    carrier: receipt.carrierName ?? null,
    purpose: receipt.purpose ?? null,
    location: receipt.location ?? null,
    campaign: receipt.campaign ?? null,
  }
}
