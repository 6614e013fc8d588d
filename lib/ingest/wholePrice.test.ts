import { expect, test } from 'vitest'
import type { Receipt } from '@/lib/providers/types'
import { wholePrice } from './wholePrice'

const RECEIPT: Receipt = {
  providerMessageId: 'm1',
  status: 'delivered',
  rawStatus: 'delivered',
  failureClass: null,
  errorCode: null,
  recipient: null,
  sender: null,
  occurredAt: null,
}

test.each<[Partial<Receipt>, string | null]>([
  [{}, null],
  [{ price: '0.0312', segments: 3 }, '0.0312'],
  [{ price: '0.0312', pricePerSegment: true, segments: 3 }, '0.0936'],
  [{ price: '0.0312', pricePerSegment: true, segments: 1 }, '0.0312'],
  [{ price: '0.0312', pricePerSegment: true }, '0.0312'],
  [{ price: '0.1', pricePerSegment: true, segments: 3 }, '0.3'],
  [{ price: '2', pricePerSegment: true, segments: 12 }, '24'],
  [{ price: '0.00000001', pricePerSegment: true, segments: 20 }, '0.00000020'],
  [{ price: '9999999999', pricePerSegment: true, segments: 2 }, null],
  [{ price: '-0.02', pricePerSegment: true, segments: 2 }, '-0.04'],
  [{ price: '0.5', pricePerSegment: true, segments: NaN }, '0.5'],
  [{ price: '1e3', pricePerSegment: true, segments: 2 }, null],
])('%j costs %s', (fields, whole) => {
  expect(wholePrice({ ...RECEIPT, ...fields })).toBe(whole)
})
