import { expect, test } from 'vitest'
import { collectReceipts } from './collectReceipts'
import type { Receipt } from './types'
import { UnreadableError } from './UnreadableError'

const receipt = (providerMessageId: string): Receipt => ({
  providerMessageId,
  status: 'sent',
  rawStatus: 'sent',
  failureClass: null,
  errorCode: null,
  recipient: null,
  sender: null,
  occurredAt: null,
})

function read(item: string): Receipt | null {
  if (item === 'bad') throw new UnreadableError('missing_field', 'It is bad.')
  if (item === 'new') return { ...receipt('n'), rawStatus: 'new', unrecognised: true }
  return item === 'none' ? null : receipt(item)
}

test('each item is judged alone', () => {
  const parsed = collectReceipts(['a', 'bad', 'none', 'new', 'b'], read, 'Nothing.')
  expect(parsed.receipts.map(({ providerMessageId }) => providerMessageId)).toEqual(['a', 'b'])
  expect(parsed.unreadable.map(({ code, item }) => [code, item])).toEqual([
    ['missing_field', 1],
    ['unknown_status', 3],
  ])
  expect(parsed.ignored).toBeUndefined()
  expect(collectReceipts(['none'], read, 'Nothing.')).toEqual({ receipts: [], unreadable: [], ignored: 'Nothing.' })
})

test('a batch that cannot be one is not judged item by item', () => {
  expect(collectReceipts(Array<string>(30_000).fill('none'), read, 'Nothing.').ignored).toBe('Nothing.')
  const parsed = collectReceipts(Array<string>(30_001).fill('bad'), read, 'Nothing.')
  expect(parsed).toMatchObject({ receipts: [], unreadable: [{ code: 'malformed_body', item: 0 }] })
})

test('a failure of our own is not the sender’s', () => {
  const broken = () => {
    throw new TypeError('a bug')
  }
  expect(() => collectReceipts(['a'], broken, '')).toThrow('a bug')
})
