import type { IngestItem, IngestReceipt } from './types'

const RECEIPT: IngestReceipt = {
  messageKey: 'SM1',
  fingerprint: '0000000000000001',
  providerMessageId: null,
  clientReference: null,
  recipient: '+447700900123',
  sender: 'ACME',
  status: 'delivered',
  rawStatus: 'delivered',
  failureClass: null,
  errorCode: null,
  occurredAt: null,
  country: 'GB',
  carrier: '',
  purpose: '',
  location: '',
  campaign: null,
  segments: null,
  price: null,
  currency: null,
  route: null,
  part: null,
  parts: null,
  overridden: null,
}

/** A receipt of a delivered text, but for the given fields. */
export function exampleReceipt(fields: Partial<IngestReceipt> = {}): IngestReceipt {
  return { ...RECEIPT, ...fields }
}

interface ItemFields {
  connectionId?: number | null
  receivedAt?: number
  body?: Buffer
  receipts?: IngestReceipt[]
}

/** An authentic callback with one receipt, but for the given fields. */
export function exampleItem(id: string, fields: ItemFields = {}): IngestItem {
  const receipts = fields.receipts ?? [exampleReceipt({ messageKey: id })]
  return {
    callback: {
      id,
      receivedAt: fields.receivedAt ?? 1_000,
      connectionId: fields.connectionId === undefined ? 1 : fields.connectionId,
      adapter: 'twilio',
      method: 'POST',
      target: '/api/callbacks/twilio/abc',
      headers: {},
      body: fields.body ?? Buffer.from('x'),
      bodyHash: Buffer.alloc(32),
      outcome: 'applied',
      receiptCount: receipts.length,
    },
    receipts,
    quarantine: [],
  }
}
