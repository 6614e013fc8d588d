import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinReceipts } from './joinReceipts'
import type { StatusReceipt } from './receipt'
import type { Status } from './status'
import { statusReceipt } from './statusReceipt.fixture'

const T = Date.UTC(2026, 2, 2, 10)
const of = (part: number | null, status: Status, more: Partial<StatusReceipt> = {}): StatusReceipt => ({
  status,
  rawStatus: status,
  failureClass: null,
  errorCode: null,
  occurredAt: T,
  part,
  parts: part === null ? null : 3,
  ...more,
})

describe('a text of three parts', () => {
  it.each<[string, StatusReceipt[], Status]>([
    ['no part sent yet', [of(1, 'queued'), of(2, 'queued')], 'queued'],
    ['one part sent', [of(1, 'sent'), of(2, 'queued')], 'sent'],
    ['one part there, others not heard of', [of(1, 'delivered')], 'sent'],
    ['two of three there', [of(1, 'delivered'), of(2, 'delivered'), of(3, 'queued')], 'sent'],
    ['all there', [of(1, 'delivered'), of(2, 'delivered'), of(3, 'delivered')], 'delivered'],
    ['all there, some read', [of(1, 'read'), of(2, 'delivered'), of(3, 'read')], 'delivered'],
    ['all read', [of(1, 'read'), of(2, 'read'), of(3, 'read')], 'read'],
    ['one failed', [of(1, 'delivered'), of(2, 'undelivered'), of(3, 'delivered')], 'undelivered'],
    ['one failed, others not heard of', [of(2, 'failed')], 'failed'],
    ['one of unknown fate', [of(1, 'delivered'), of(2, 'unknown'), of(3, 'delivered')], 'unknown'],
    ['one unknown while one is open', [of(1, 'delivered'), of(2, 'unknown'), of(3, 'sent')], 'sent'],
    ['late delivery of the part that failed', [of(1, 'failed'), of(1, 'delivered')], 'sent'],
    ['the whole text said to be there', [of(1, 'sent'), of(null, 'delivered')], 'delivered'],
    ['the whole text said to be queued', [of(1, 'sent'), of(null, 'queued')], 'sent'],
  ])('%s', (_, receipts, status) => {
    expect(joinReceipts(receipts)).toMatchObject({ status, parts: 3 })
  })

  it('is there when its last part is', () => {
    const receipts = [of(1, 'delivered', { occurredAt: T + 9_000 }), of(2, 'delivered'), of(3, 'delivered')]
    expect(joinReceipts(receipts)?.occurredAt).toBe(T + 9_000)
  })

  it('contradicts itself only within a part', () => {
    const two = [of(1, 'delivered'), of(2, 'failed')]
    expect(joinReceipts(two)?.contradicted).toBe(false)
    expect(joinReceipts([...two, of(2, 'delivered')])?.contradicted).toBe(true)
  })

  it('keeps a code that only one of the failed parts names', () => {
    const receipts = [
      of(1, 'failed', { failureClass: 'throttled', errorCode: '8' }),
      of(2, 'failed', { occurredAt: T + 1, failureClass: 'unknown' }),
    ]
    expect(joinReceipts(receipts)).toMatchObject({ errorCode: '8', failureClass: 'throttled', occurredAt: T + 1 })
  })
})

const partReceipt: fc.Arbitrary<StatusReceipt> = fc
  .tuple(statusReceipt, fc.constantFrom(null, 1, 2, 3))
  .map(([receipt, part]) => ({ ...receipt, part, parts: part === null ? null : 3 }))

it('depends on the set of receipts alone', () => {
  fc.assert(
    fc.property(fc.array(partReceipt, { maxLength: 9 }), fc.nat(), (receipts, seed) => {
      const turned = [
        ...receipts.slice(seed % (receipts.length + 1)),
        ...receipts.slice(0, seed % (receipts.length + 1)),
      ]
      const expected = joinReceipts(receipts)
      expect(joinReceipts(turned)).toEqual(expected)
      expect(joinReceipts([...receipts].reverse())).toEqual(expected)
      expect(joinReceipts([...receipts, ...turned])).toEqual(expected)
    }),
    { numRuns: 3000 },
  )
})
