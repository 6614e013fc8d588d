import { describe, expect, it } from 'vitest'
import type { LiveChange } from '@/lib/contracts/live'
import type { FeedItem } from '@/lib/contracts/message'
import { arrivingKeys, EMPTY_FEED, type FeedEvent, feedState } from './feedState'
import { feedKey } from './feedWords'

const item = (id: number): FeedItem => ({
  messageId: String(id),
  connection: 'Twilio',
  recipient: null,
  status: 'delivered',
  failureClass: null,
  carrier: null,
  receivedAt: new Date(Date.UTC(2026, 6, 1) + id * 1000).toISOString(),
})
const change = (receipts: number, ...ids: number[]): FeedEvent => {
  const at = new Date(0).toISOString()
  const told: LiveChange = { at, committedAt: at, receipts, quarantined: 0, connections: false, newest: ids.map(item) }
  return { type: 'change', change: told }
}
const after = (...events: FeedEvent[]) => events.reduce((state, event) => feedState(state, event, 3), EMPTY_FEED)

describe('feedState', () => {
  it('collects what arrives, newest first, and counts nothing as waiting while nobody reads', () => {
    const state = after(change(1, 1), change(400, 3, 2), change(1, 4))
    expect(state.pushed.map((each) => each.messageId)).toEqual(['4', '3', '2'])
    expect(state.waiting).toBe(0)
  })

  it('keeps what is read in place and counts every receipt that waits, not only those it was shown', () => {
    const state = after(change(1, 1), { type: 'hold', shown: [item(1)] }, change(400, 3, 2), {
      type: 'hold',
      shown: [],
    })
    expect(state.frozen).toEqual([item(1)])
    expect(state.waiting).toBe(400)
  })

  it('shows what waited on request and goes on holding', () => {
    const state = after(
      { type: 'hold', shown: [] },
      change(5, 1),
      { type: 'catchUp', current: [item(1)] },
      change(2, 2),
    )
    expect(state.frozen).toEqual([item(1)])
    expect(state.waiting).toBe(2)
    expect(feedState(state, { type: 'letGo' }, 3)).toMatchObject({ frozen: null, waiting: 0 })
  })
})

describe('arrivingKeys', () => {
  it('are the new rows, but none at first and none in a flood', () => {
    expect([...arrivingKeys([item(2), item(1)], [item(1)])]).toEqual([feedKey(item(2))])
    expect(arrivingKeys([item(1)], []).size).toBe(0)
    expect(arrivingKeys([9, 8, 7, 6, 5].map(item), [item(1)]).size).toBe(0)
  })
})
