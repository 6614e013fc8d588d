import { describe, expect, it } from 'vitest'
import type { FeedItem } from '@/lib/contracts/message'
import { feedWords } from './feedWords'
import { mergeFeed } from './mergeFeed'

const item = (messageId: string, second: number, rest: Partial<FeedItem> = {}): FeedItem => ({
  messageId,
  connection: 'Twilio',
  recipient: null,
  status: 'delivered',
  failureClass: null,
  carrier: null,
  receivedAt: `2026-07-01T12:00:${String(second).padStart(2, '0')}.000Z`,
  ...rest,
})

describe('mergeFeed', () => {
  it('puts the newest first, shows each receipt once, and no more than asked', () => {
    const merged = mergeFeed([item('3', 30), item('2', 20)], [item('2', 20), item('1', 10)], 2)
    expect(merged.map((each) => each.messageId)).toEqual(['3', '2'])
  })
  it('keeps two receipts of one message apart', () => {
    expect(mergeFeed([item('1', 10, { status: 'sent' })], [item('1', 10)], 9)).toHaveLength(2)
  })
  it('sorts an event that overtook another', () => {
    expect(mergeFeed([item('old', 1)], [item('new', 2)], 9).map((each) => each.messageId)).toEqual(['new', 'old'])
  })
})

describe('feedWords', () => {
  it('says the reason where one is known, else the status', () => {
    expect(feedWords(item('1', 1, { status: 'failed', failureClass: 'invalid_number' }))).toBe('Number not in service')
    expect(feedWords(item('1', 1, { status: 'failed', failureClass: 'unknown' }))).toBe('Failed')
    expect(feedWords(item('1', 1, { status: 'sent' }))).toBe('Sent to carrier')
  })
})
