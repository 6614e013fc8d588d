import { expect, it } from 'vitest'
import { lossLines } from './lossLines'

const loss = { name: 'X', messages: 1234, receipts: 3000, callbacks: 2999, rules: 1, retentionDays: 90 }

it('says exactly what is lost, and claims no number before it is known', () => {
  expect(lossLines(loss)).toEqual([
    '1,234 messages with 3,000 receipts',
    'what they count for in every figure, past days included',
    '2,999 raw callbacks, otherwise kept for 90 days after arrival',
    '1 rule of yours about its codes',
    'its secrets and its URL',
  ])
  expect(lossLines({ ...loss, messages: 0, receipts: 0, callbacks: 0, rules: 0 })).toEqual([
    'no message: it has none',
    'its secrets and its URL',
  ])
  expect(lossLines(undefined).join()).not.toMatch(/\d/)
})
