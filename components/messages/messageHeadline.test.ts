import { describe, expect, it } from 'vitest'
import type { Message } from '@/lib/contracts/message'
import { exampleMessage } from './exampleMessage.fixture'
import { messageHeadline } from './messageHeadline'

const now = new Date('2026-11-24T14:02:00Z')
const say = (over: Partial<Message>) =>
  messageHeadline(exampleMessage(over), now, 'UTC')
    .map((part) => part.text)
    .join('')

describe('messageHeadline', () => {
  it('says how long a delivery took', () => {
    expect(say({ status: 'delivered', occurredAt: '2026-11-24T14:00:03.800Z' })).toBe(
      'Delivered to +44 7700 900123, 3.8 s after it was sent.',
    )
  })

  it('says when instead, where the send time is not known apart from the delivery', () => {
    expect(say({ status: 'delivered', occurredAt: '2026-11-24T14:00:00.000Z' })).toBe(
      'Delivered to +44 7700 900123 at 14:00:00.',
    )
    expect(say({ status: 'read', occurredAt: null })).toBe('Read by +44 7700 900123; the provider does not say when.')
  })

  it('gives the reason of a failure', () => {
    expect(say({ status: 'undelivered', failureLabel: 'Number not in service', recipient: null })).toBe(
      'Not delivered: number not in service.',
    )
    expect(say({ status: 'failed', failureLabel: null })).toBe('Not delivered to +44 7700 900123: reason not given.')
  })

  it('does not pretend to know what is not settled', () => {
    expect(say({ status: 'unknown' })).toBe(
      'Nobody can say whether this text to +44 7700 900123 arrived: the provider will not learn it.',
    )
    expect(say({ status: 'sent', lastReceivedAt: '2026-11-24T14:00:00Z' })).toBe(
      'Still on its way to +44 7700 900123: it is with its carrier, not confirmed yet. Last word 2 min ago.',
    )
  })
})
