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
  if (item === 'bad') throw new UnreadableError('missing_field', 'id is missing.')
  return item === 'inbound' ? null : receipt(item)
}

test('one bad item does not take the others with it', () => {
  expect(collectReceipts(['a', 'bad', 'inbound', 'b'], read, 'nothing')).toEqual({
    receipts: [receipt('a'), receipt('b')],
    unreadable: [{ code: 'missing_field', reason: 'id is missing.', item: 1 }],
  })
  expect(collectReceipts(['inbound'], read, 'nothing').ignored).toBe('nothing')
})

test('of a flood of bad items the first thousand is named and the rest counted; good ones behind it are read', () => {
  const { receipts, unreadable } = collectReceipts([...Array<string>(5000).fill('bad'), 'a'], read, '')
  expect(receipts).toEqual([receipt('a')])
  expect(unreadable).toHaveLength(1001)
  expect(unreadable.at(-1)).toEqual({
    code: 'malformed_body',
    reason: '4,000 more items of this list cannot be read.',
    item: 5000,
  })
})

test('every receipt with an unknown word is kept', () => {
  const unknown = { ...receipt('a'), status: 'unknown' as const, unrecognised: true as const }
  const { unreadable } = collectReceipts(Array(1500).fill(0), () => unknown, '')
  expect(unreadable).toHaveLength(1500)
})

test('what is no UnreadableError is a fault of the adapter and is thrown on', () => {
  const broken = () => collectReceipts([0], () => JSON.parse('{') as Receipt, '')
  expect(broken).toThrow(SyntaxError)
})

test('a stack is made again for other errors', () => {
  expect(new UnreadableError('missing_field', 'x').stack).not.toContain(' at ')
  expect(new Error('x').stack).toContain(' at ')
})
