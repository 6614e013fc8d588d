import { describe, expect, it } from 'vitest'
import { twilio } from '@/lib/providers/twilio'
import type { Receipt } from '@/lib/providers/types'
import type { Overrides } from '@/lib/dictionary/Overrides'
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
const KNOWLEDGE = { reader: twilio, overrides: null }
const prepare = (...receipts: Receipt[]) => prepareReceipts({ receipts, unreadable: [] }, NOW, KNOWLEDGE)

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
    expect(prepareReceipts({ receipts: [], unreadable: [...unreadable] }, NOW, KNOWLEDGE).quarantine).toEqual(
      unreadable,
    )
  })

  it('knows a part of several, and takes a text of one part for a whole one', () => {
    expect(prepare(receipt({ part: 2, parts: 3, price: '0.01' })).receipts).toMatchObject([
      { part: 2, parts: 3, segments: 3, price: '0.01' },
    ])
    expect(prepare(receipt({ part: 1, parts: 1 })).receipts).toMatchObject([{ part: null, parts: null, segments: 1 }])
    expect(prepare(receipt({ part: 0, parts: 300 })).receipts).toMatchObject([{ part: null, parts: null }])
  })
})

describe('what people here say about codes', () => {
  const failed = receipt({ status: 'failed', rawStatus: 'failed', failureClass: 'unknown', errorCode: '99999' })
  const overrides: Overrides = {
    statuses: new Map([['gone', { status: 'rejected', failureClass: null }]]),
    errors: new Map([['99999', { status: 'rejected', failureClass: 'carrier_blocked' }]]),
  }
  const taught = { reader: twilio, overrides }
  const strange = receipt({ status: 'unknown', rawStatus: 'gone', unrecognised: true })
  const unreadable = [{ code: 'unknown_status', reason: 'gone', item: 1, receipt: strange }] as const

  it('is met as new while nobody has said anything', () => {
    expect(prepare(failed).newCodes).toEqual([{ kind: 'error', code: '99999' }])
    expect(prepare(receipt({ ...failed, errorCode: '30003' })).newCodes).toEqual([])
    expect(prepareReceipts({ receipts: [], unreadable: [...unreadable] }, NOW, KNOWLEDGE)).toEqual({
      receipts: [],
      quarantine: [{ code: 'unknown_status', reason: 'gone', item: 1 }],
      newCodes: [{ kind: 'status', code: 'gone' }],
    })
  })

  it('judges the receipt, keeps what the adapter made of it, and leaves it the same receipt', () => {
    const [said] = prepareReceipts({ receipts: [failed], unreadable: [] }, NOW, taught).receipts
    const [unsaid] = prepare(failed).receipts
    expect(said).toMatchObject({ status: 'rejected', failureClass: 'carrier_blocked' })
    expect(said?.overridden).toEqual({ status: 'failed', failureClass: 'unknown' })
    expect(said?.fingerprint).toBe(unsaid?.fingerprint)
    expect(unsaid?.overridden).toBeNull()
  })

  it('teaches a word that the adapter does not know', () => {
    const prepared = prepareReceipts({ receipts: [], unreadable: [...unreadable] }, NOW, taught)
    expect(prepared.quarantine).toEqual([])
    expect(prepared.receipts).toMatchObject([{ status: 'rejected', rawStatus: 'gone', failureClass: 'unknown' }])
  })
})
