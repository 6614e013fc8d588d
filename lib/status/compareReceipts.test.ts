import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReceipts, isFailure, isSuccess, level } from './compareReceipts'
import type { StatusReceipt } from './receipt'
import { stateOf, STATES, STATUSES_OF_STATE } from './state'
import { STATUSES, type Status } from './status'
import { statusReceipt } from './statusReceipt.fixture'

const receipt = (status: Status, fields: Partial<StatusReceipt> = {}): StatusReceipt => ({
  status,
  rawStatus: status,
  failureClass: isFailure(status) ? 'unknown' : null,
  errorCode: null,
  occurredAt: null,
  ...fields,
})
const greater = (a: StatusReceipt, b: StatusReceipt) => compareReceipts(a, b) > 0 && compareReceipts(b, a) < 0

describe('the order of receipts is total', () => {
  it('antisymmetric', () => {
    fc.assert(
      fc.property(statusReceipt, statusReceipt, (a, b) => {
        expect(Math.sign(compareReceipts(a, b)) + Math.sign(compareReceipts(b, a))).toBe(0)
      }),
      { numRuns: 5_000 },
    )
  })

  it('transitive', () => {
    fc.assert(
      fc.property(statusReceipt, statusReceipt, statusReceipt, (a, b, c) => {
        if (compareReceipts(a, b) >= 0 && compareReceipts(b, c) >= 0)
          expect(compareReceipts(a, c)).toBeGreaterThanOrEqual(0)
        if (compareReceipts(a, b) === 0) expect(Math.sign(compareReceipts(a, c))).toBe(Math.sign(compareReceipts(b, c)))
      }),
      { numRuns: 20_000 },
    )
  })

  it('tells apart whatever differs', () => {
    fc.assert(
      fc.property(statusReceipt, statusReceipt, (a, b) => {
        expect(compareReceipts(a, b) === 0).toBe(JSON.stringify(sorted(a)) === JSON.stringify(sorted(b)))
      }),
      { numRuns: 5_000 },
    )
  })
})

function sorted(given: StatusReceipt): unknown {
  return [given.status, given.rawStatus, given.failureClass, given.errorCode, given.occurredAt]
}

describe('what beats what', () => {
  it('goes by level first, whatever the times', () => {
    const levels = STATUSES.map(level)
    expect(levels).toEqual([...levels].sort((a, b) => a - b))
    expect(greater(receipt('delivered', { occurredAt: 1 }), receipt('undelivered', { occurredAt: 2 }))).toBe(true)
    expect(greater(receipt('read'), receipt('delivered'))).toBe(true)
    expect(greater(receipt('expired'), receipt('unknown'))).toBe(true)
  })

  it('between failures: one with a time, then the later, then the stronger word', () => {
    expect(greater(receipt('expired', { occurredAt: 1 }), receipt('undelivered'))).toBe(true)
    expect(greater(receipt('expired', { occurredAt: 2 }), receipt('undelivered', { occurredAt: 1 }))).toBe(true)
    expect(greater(receipt('undelivered', { occurredAt: 1 }), receipt('failed', { occurredAt: 1 }))).toBe(true)
    expect(greater(receipt('failed'), receipt('rejected'))).toBe(true)
    expect(greater(receipt('rejected'), receipt('expired'))).toBe(true)
  })

  it('between repeats of another status: one with a time, then the earlier: that is when it happened', () => {
    expect(greater(receipt('delivered', { occurredAt: 1 }), receipt('delivered', { occurredAt: 2 }))).toBe(true)
    expect(greater(receipt('sent', { occurredAt: 1 }), receipt('sent'))).toBe(true)
  })
})

describe('states', () => {
  it('hold every status once', () => {
    const all = STATES.flatMap((state) => STATUSES_OF_STATE[state])
    expect([...all].sort()).toEqual([...STATUSES].sort())
    for (const state of STATES) for (const status of STATUSES_OF_STATE[state]) expect(stateOf(status)).toBe(state)
  })

  it('agree with success and failure', () => {
    for (const status of STATUSES) {
      expect(isFailure(status)).toBe(stateOf(status) === 'failed')
      expect(isSuccess(status)).toBe(stateOf(status) === 'delivered')
    }
  })
})
