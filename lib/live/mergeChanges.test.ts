import { describe, expect, it } from 'vitest'
import type { FeedItem } from '@/lib/contracts/message'
import { MAX_NOTIFIED_RECEIPTS } from './channel'
import { mergeChanges, type PendingChange } from './mergeChanges'

const item = (messageId: string): FeedItem => ({
  messageId,
  connection: 'Twilio',
  recipient: '+44••••123',
  status: 'delivered',
  failureClass: null,
  carrier: null,
  receivedAt: '2026-11-24T12:00:00.000Z',
})
const change = (fields: Partial<PendingChange> = {}): PendingChange => ({
  committedAt: '2026-11-24T12:00:00.000Z',
  receipts: 1,
  quarantined: 0,
  connections: false,
  newest: [],
  ...fields,
})

describe('mergeChanges', () => {
  it('adds up, keeps the oldest arrival, and remembers that connections changed', () => {
    const merged = mergeChanges(
      change({ committedAt: '2026-11-24T12:00:02.000Z', receipts: 2, connections: true }),
      change({ committedAt: '2026-11-24T12:00:01.000Z', receipts: 3, quarantined: 4 }),
    )
    expect(merged).toMatchObject({
      committedAt: '2026-11-24T12:00:01.000Z',
      receipts: 5,
      quarantined: 4,
      connections: true,
    })
  })

  it('keeps the newest receipts first, no more than a notification may hold', () => {
    const ids = (prefix: string) => Array.from({ length: 10 }, (_, index) => item(`${prefix}${index}`))
    const { newest } = mergeChanges(change({ newest: ids('old') }), change({ newest: ids('new') }))
    expect(newest).toHaveLength(MAX_NOTIFIED_RECEIPTS)
    expect(newest.map(({ messageId }) => messageId).slice(0, 11)).toEqual([
      ...ids('new').map(({ messageId }) => messageId),
      'old0',
    ])
  })

  it('does not change what it was given', () => {
    const earlier = change({ newest: [item('a')] })
    const copy = structuredClone(earlier)
    mergeChanges(earlier, change({ newest: [item('b')] }))
    expect(earlier).toEqual(copy)
  })
})
