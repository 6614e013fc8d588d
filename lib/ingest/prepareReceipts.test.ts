import { describe, expect, it } from 'vitest'
import type { Receipt } from '@/lib/providers/types'
import { messageKeyOf, prepareReceipts } from './prepareReceipts'

const NOW = Date.UTC(2026, 10, 24, 12)
const DAY = 24 * 60 * 60_000
const receipt = (fields: Partial<Receipt> = {}): Receipt => ({
  providerMessageId: 'SM1',
  status: 'delivered',
  rawStatus: 'delivered',
  failureClass: null,
  errorCode: null,
  recipient: '+447700900123',
  sender: null,
  occurredAt: null,
  ...fields,
})
const prepare = (...receipts: Receipt[]) => prepareReceipts({ receipts, unreadable: [] }, NOW)

describe('the key of a message', () => {
  it.each<[Partial<Receipt>, string | undefined]>([
    [{ messageKey: 'own', clientReference: 'r' }, 'own'],
    [{ clientReference: 'r' }, 'SM1'],
    [{ providerMessageId: null, clientReference: 'r' }, 'ref:r'],
    [{ providerMessageId: null }, undefined],
    [{ providerMessageId: '', clientReference: '' }, undefined],
  ])('of %o is %s', (fields, key) => {
    expect(messageKeyOf(receipt(fields))).toBe(key)
  })
})

describe('prepareReceipts', () => {
  it('fills what a receipt does not say with what means "not known"', () => {
    expect(prepare(receipt()).receipts).toMatchObject([
      {
        messageKey: 'SM1',
        providerMessageId: null,
        country: 'GB',
        carrier: '',
        purpose: '',
        location: '',
        price: null,
      },
    ])
  })

  it('keeps the id of the provider where another key stands for the message', () => {
    expect(prepare(receipt({ messageKey: 'own' })).receipts).toMatchObject([
      { messageKey: 'own', providerMessageId: 'SM1' },
    ])
  })

  it('prefers the code of a network to its name', () => {
    const [coded, named] = prepare(
      receipt({ mccmnc: '23410', carrierName: 'O2' }),
      receipt({ carrierName: 'O2' }),
    ).receipts
    expect([coded?.carrier, named?.carrier]).toEqual(['23410', 'O2'])
  })

  it.each([
    ['0.0333', '0.0333'],
    ['-1', '-1'],
    ['1234567890.12345678', '1234567890.12345678'],
    ['12345678901', null],
    ['0.123456789', null],
    ['1e3', null],
    ['', null],
  ])('keeps the price %o as %o', (price, kept) => {
    expect(prepare(receipt({ price })).receipts[0]?.price).toBe(kept)
  })

  it.each([
    [2, 2],
    [0, 0],
    [1000, 1000],
    [1001, null],
    [1.5, null],
    [-1, null],
    [NaN, null],
  ])('keeps %d segments as %o', (segments, kept) => {
    expect(prepare(receipt({ segments })).receipts[0]?.segments).toBe(kept)
  })

  it('holds back what cannot stand, with its reason, and takes the rest', () => {
    const { receipts, quarantine } = prepare(
      receipt({ providerMessageId: null }),
      receipt(),
      receipt({ providerMessageId: 'x'.repeat(300) }),
      receipt({ occurredAt: NOW + DAY + 1 }),
    )
    expect(receipts).toHaveLength(1)
    expect(quarantine.map(({ code, item }) => [code, item])).toEqual([
      ['missing_field', 0],
      ['invalid_value', 2],
      ['invalid_time', 3],
    ])
    expect(quarantine[1]?.reason).toContain('300 characters')
    expect(quarantine[2]?.reason).toContain(new Date(NOW + DAY + 1).toISOString())
  })

  it('believes a clock that is up to a day ahead', () => {
    expect(prepare(receipt({ occurredAt: NOW + DAY })).quarantine).toEqual([])
  })

  it('passes on what the adapter could not read', () => {
    const unreadable = [{ code: 'unknown_status', reason: 'teleported', item: 3 }] as const
    expect(prepareReceipts({ receipts: [], unreadable: [...unreadable] }, NOW).quarantine).toEqual(unreadable)
  })
})
