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
  if (item === 'new') return { ...receipt('n'), rawStatus: 'new', unrecognised: true }
  return item === 'inbound' ? null : receipt(item)
}

test('each item is judged alone', () => {
  const parsed = collectReceipts(['a', 'bad', 'inbound', 'new', 'b'], read, 'Nothing.')
  expect(parsed.receipts).toEqual([receipt('a'), receipt('b')])
  expect(parsed.unreadable.map(({ code, item }) => [code, item])).toEqual([
    ['missing_field', 1],
    ['unknown_status', 3],
  ])
  expect(parsed.ignored).toBeUndefined()
  expect(collectReceipts(['inbound'], read, 'Nothing.')).toEqual({ receipts: [], unreadable: [], ignored: 'Nothing.' })
})

test('a batch that cannot be one is not judged item by item', () => {
  expect(collectReceipts(Array<string>(30_000).fill('inbound'), read, 'Nothing.').ignored).toBe('Nothing.')
  const parsed = collectReceipts(Array<string>(30_001).fill('bad'), read, 'Nothing.')
  expect(parsed).toMatchObject({ receipts: [], unreadable: [{ code: 'malformed_body', item: 0 }] })
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
  expect(collectReceipts(Array<string>(1500).fill('new'), read, '').unreadable).toHaveLength(1500)
})

test('what is no UnreadableError is a fault of the adapter and is thrown on', () => {
  const broken = () => collectReceipts([0], () => JSON.parse('{') as Receipt, '')
  expect(broken).toThrow(SyntaxError)
})

test('a stack is made again for other errors', () => {
  expect(new UnreadableError('missing_field', 'x').stack).not.toContain(' at ')
  expect(new Error('x').stack).toContain(' at ')
})
