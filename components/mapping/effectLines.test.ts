import { expect, test } from 'vitest'
import { effectLines } from './effectLines'

const NONE = { exact: true, receipts: 0, messages: 0, changes: [], sample: null, examples: [], waiting: 0, tookMs: 1 }
const CHANGE = {
  from: { status: 'undelivered', failureClass: 'unknown' },
  to: { status: 'rejected', failureClass: 'carrier_blocked' },
  messages: 1204,
} as const

test('what would become of stored messages', () => {
  expect(effectLines(null)).toEqual(['No stored message changes.'])
  expect(effectLines(NONE)).toEqual(['No stored message changes.'])
  const words = 'would become “Refused by provider: Blocked by carrier”, now “Undelivered: Reason not given”.'
  expect(effectLines({ ...NONE, messages: 1204, changes: [CHANGE] })).toEqual([`1,204 messages ${words}`])
  expect(effectLines({ ...NONE, exact: false, messages: 1204, changes: [CHANGE] })).toEqual([
    `About 1,204 messages ${words}`,
  ])
})
