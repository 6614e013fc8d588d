import { expect, it } from 'vitest'
import { lossWords } from './lossWords'

it('says what is lost, and claims no number before it is known', () => {
  expect(lossWords({ delivered: 1200, failed: 30, unconfirmed: 0, pending: 4 })).toMatch(
    /^1,234 messages \(30 of them failed\) with all receipts/,
  )
  expect(lossWords({ delivered: 0, failed: 0, unconfirmed: 0, pending: 0 })).toMatch(/^It has no messages/)
  expect(lossWords(undefined)).not.toMatch(/\d/)
})
