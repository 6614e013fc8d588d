import type { Message, Receipt } from '@/lib/contracts/message'

/** A message for tests: sent, nothing known beyond that. */
export function exampleMessage(over: Partial<Message> = {}): Message {
  return {
    id: '1',
    connection: { id: 'c1', name: 'Reminders', adapter: 'twilio' },
    providerMessageId: 'SM1',
    clientReference: null,
    recipient: '+447700900123',
    sender: 'CLINIC',
    state: 'pending',
    status: 'sent',
    rawStatus: 'sent',
    failureClass: null,
    failureLabel: null,
    errorCode: null,
    errorName: null,
    nextStep: null,
    contradicted: false,
    cohortAt: '2026-11-24T14:00:00.000Z',
    occurredAt: null,
    firstReceivedAt: '2026-11-24T14:00:01.000Z',
    lastReceivedAt: '2026-11-24T14:00:01.000Z',
    country: 'GB',
    carrier: null,
    purpose: null,
    location: null,
    campaign: null,
    segments: null,
    price: null,
    currency: null,
    parts: null,
    route: null,
    ...over,
  }
}

/** A receipt for tests. */
export function exampleReceipt(over: Partial<Receipt> = {}): Receipt {
  return {
    fingerprint: 'f1',
    callbackId: '019ab000-0000-7000-8000-000000000001',
    status: 'sent',
    state: 'pending',
    rawStatus: 'sent',
    failureClass: null,
    failureLabel: null,
    errorCode: null,
    errorName: null,
    occurredAt: null,
    receivedAt: '2026-11-24T14:00:01.000Z',
    duplicates: 0,
    part: null,
    decides: false,
    ...over,
  }
}
