import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareReceipts, isFailure, isSuccess, level } from './compareReceipts'
import { joinReceipts } from './joinReceipts'
import type { StatusReceipt } from './receipt'
import { statusReceipt } from './statusReceipt.fixture'

const receipts = fc.array(statusReceipt, { minLength: 1, maxLength: 8 })
const failed = (fields: Partial<StatusReceipt>): StatusReceipt => ({
  status: 'failed',
  rawStatus: 'failed',
  failureClass: 'unknown',
  errorCode: null,
  occurredAt: null,
  ...fields,
})

describe('joinReceipts', () => {
  it('does not depend on the order', () => {
    const shuffled = receipts.chain((list) =>
      fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
    )
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        expect(joinReceipts(other)).toEqual(joinReceipts(list))
      }),
      { numRuns: 5_000 },
    )
  })

  it('does not depend on repeats', () => {
    fc.assert(
      fc.property(receipts, fc.array(fc.nat(7)), (list, repeats) => {
        const again = repeats.flatMap((index) => list[index % list.length] ?? [])
        expect(joinReceipts([...list, ...again])).toEqual(joinReceipts(list))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is the greatest receipt, and flags a contradiction exactly when there is one', () => {
    fc.assert(
      fc.property(receipts, (list) => {
        const joined = joinReceipts(list)
        const greatest = [...list].sort(compareReceipts).at(-1)
        expect(joined).toMatchObject({
          status: greatest?.status,
          rawStatus: greatest?.rawStatus,
          occurredAt: greatest?.occurredAt,
          contradicted: list.some(({ status }) => isFailure(status)) && list.some(({ status }) => isSuccess(status)),
        })
      }),
      { numRuns: 2_000 },
    )
  })

  it('never goes back: one more receipt gives the same or a higher level', () => {
    fc.assert(
      fc.property(receipts, statusReceipt, (list, more) => {
        const [before, after] = [joinReceipts(list), joinReceipts([...list, more])]
        expect(level(after?.status ?? 'queued')).toBeGreaterThanOrEqual(level(before?.status ?? 'queued'))
      }),
      { numRuns: 2_000 },
    )
  })

  it('keeps the code that another failure named, with its class', () => {
    const named = failed({ errorCode: '30003', failureClass: 'unreachable_handset', occurredAt: 1 })
    expect(joinReceipts([named, failed({ occurredAt: 2 })])).toMatchObject({
      occurredAt: 2,
      errorCode: '30003',
      failureClass: 'unreachable_handset',
    })
  })

  it('does not keep a code beside a success', () => {
    const delivered = { ...failed({ failureClass: null }), status: 'delivered' } as const
    expect(joinReceipts([failed({ errorCode: '30003' }), delivered])).toMatchObject({
      status: 'delivered',
      errorCode: null,
      failureClass: null,
      contradicted: true,
    })
  })

  it('is null for nothing', () => {
    expect(joinReceipts([])).toBeNull()
  })
})
