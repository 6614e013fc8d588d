import { describe, expect, it } from 'vitest'
import { exampleReceipt } from './exampleItem.fixture'
import { needsStoredReceipts, nextState, type Arrival } from './messageState'
import type { IngestReceipt } from './types'

const arrival = (fields: Partial<IngestReceipt>, receivedAt = 5_000, lastReceivedAt = receivedAt): Arrival => ({
  receipt: exampleReceipt(fields),
  receivedAt,
  lastReceivedAt,
})
const failed = (fields: Partial<IngestReceipt> = {}) =>
  arrival({ status: 'failed', rawStatus: 'failed', failureClass: 'unknown', ...fields })

describe('the state of a message', () => {
  it('is what a single receipt says', () => {
    const state = nextState(7, [arrival({ occurredAt: 1_000, carrier: '23410', price: '0.04' })], null, null)
    expect(state).toMatchObject({
      connectionId: 7,
      status: 'delivered',
      occurredAt: 1_000,
      cohortAt: 1_000,
      firstOccurredAt: 1_000,
      firstReceivedAt: 5_000,
      lastReceivedAt: 5_000,
      contradicted: false,
      carrier: '23410',
      price: '0.04',
    })
  })

  it('counts by the earliest time of the provider, else by the first arrival', () => {
    expect(nextState(1, [arrival({}, 6_000), arrival({ status: 'sent' }, 4_000)], null, null).cohortAt).toBe(4_000)
    const before = nextState(1, [arrival({ occurredAt: 3_000 })], null, null)
    const after = nextState(1, [arrival({ status: 'sent', occurredAt: 2_000 }, 9_000)], before, null)
    expect(after).toMatchObject({ cohortAt: 2_000, status: 'delivered', occurredAt: 3_000, lastReceivedAt: 9_000 })
  })

  it('does not change the stored state that it was given', () => {
    const before = nextState(1, [arrival({ status: 'sent' })], null, null)
    const copy = structuredClone(before)
    nextState(1, [arrival({ status: 'delivered', sender: 'Z' })], before, null)
    expect(before).toEqual(copy)
  })

  it('never lets an empty field erase what was said', () => {
    const before = nextState(
      1,
      [arrival({ status: 'sent', sender: 'ACME', carrier: '23410', segments: 2, price: '0.1', campaign: 'x' })],
      null,
      null,
    )
    const empty = arrival({ sender: null, carrier: '', segments: null, price: null, campaign: null, recipient: null })
    expect(nextState(1, [empty], before, null)).toMatchObject({
      status: 'delivered',
      sender: 'ACME',
      carrier: '23410',
      segments: 2,
      price: '0.1',
      campaign: 'x',
      recipient: '+447700900123',
      country: 'GB',
    })
  })

  it('compares prices as numbers and keeps their digits', () => {
    const prices = ['9.5', '10.00', '10.0']
    for (const order of [prices, [...prices].reverse()]) {
      const state = nextState(
        1,
        order.map((price) => arrival({ price })),
        null,
        null,
      )
      expect(Number(state.price)).toBe(10)
    }
  })

  it('takes the country of the recipient that stands', () => {
    const british = { recipient: '+447700900123', country: 'GB' }
    const american = { recipient: '+12025550123', country: 'US' }
    for (const order of [
      [british, american],
      [american, british],
    ])
      expect(
        nextState(
          1,
          order.map((fields) => arrival(fields)),
          null,
          null,
        ),
      ).toMatchObject(british)
  })

  it('stays contradicted once it was', () => {
    const before = nextState(1, [arrival({}), failed()], null, null)
    expect(before).toMatchObject({ status: 'delivered', contradicted: true })
    expect(nextState(1, [arrival({ status: 'read' })], before, null)).toMatchObject({
      status: 'read',
      contradicted: true,
    })
  })

  it('keeps the code of an earlier failure when a later one has none', () => {
    const first = failed({ errorCode: '30003', failureClass: 'unreachable_handset', occurredAt: 1 })
    const second = failed({ errorCode: null, occurredAt: 2, fingerprint: '0000000000000002' })
    const before = nextState(1, [first], null, null)
    expect(needsStoredReceipts(before, [second])).toBe(true)
    expect(nextState(1, [second], before, [first.receipt])).toMatchObject({
      occurredAt: 2,
      errorCode: '30003',
      failureClass: 'unreachable_handset',
    })
  })

  it('throws without receipts', () => {
    expect(() => nextState(1, [], null, null)).toThrow('A message without receipts has no state.')
  })
})

describe('needsStoredReceipts', () => {
  const stateOf = (fields: Partial<IngestReceipt>) => nextState(1, [arrival(fields)], null, null)

  it('is true only between failures', () => {
    const failure = { status: 'failed', failureClass: 'unknown' } as const
    expect(needsStoredReceipts(stateOf(failure), [failed()])).toBe(true)
    expect(needsStoredReceipts(stateOf(failure), [arrival({})])).toBe(false)
    expect(needsStoredReceipts(stateOf({}), [failed()])).toBe(false)
    expect(needsStoredReceipts(stateOf({ status: 'unknown', failureClass: 'unknown' }), [failed()])).toBe(false)
  })
})
