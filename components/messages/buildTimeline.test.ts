import { describe, expect, it } from 'vitest'
import { buildTimeline } from './buildTimeline'
import { exampleReceipt } from './exampleMessage.fixture'

const second = (n: number, ms = 0) => new Date(Date.UTC(2026, 10, 24, 14, 0, n, ms)).toISOString()

describe('buildTimeline', () => {
  it('sorts by our own clock and measures the distance of the two clocks', () => {
    const entries = buildTimeline({
      contradicted: false,
      state: 'delivered',
      receipts: [
        exampleReceipt({ fingerprint: 'b', occurredAt: second(4), receivedAt: second(5) }),
        exampleReceipt({ fingerprint: 'a', occurredAt: second(1), receivedAt: second(1, 250) }),
      ],
    })
    expect(entries.map((entry) => [entry.receipt.fingerprint, entry.lagMs])).toEqual([
      ['a', 250],
      ['b', 1000],
    ])
  })

  it('keeps a missing provider time missing, and a clock that runs ahead negative', () => {
    const [none, ahead] = buildTimeline({
      contradicted: false,
      state: 'pending',
      receipts: [
        exampleReceipt({ fingerprint: 'a', receivedAt: second(1) }),
        exampleReceipt({ fingerprint: 'b', occurredAt: second(9), receivedAt: second(7) }),
      ],
    })
    expect(none?.lagMs).toBeNull()
    expect(ahead?.lagMs).toBe(-2000)
  })

  it('marks a receipt that arrived after something that happened later', () => {
    const entries = buildTimeline({
      contradicted: false,
      state: 'delivered',
      receipts: [
        exampleReceipt({ fingerprint: 'delivered', occurredAt: second(4), receivedAt: second(5) }),
        exampleReceipt({ fingerprint: 'sent', occurredAt: second(1), receivedAt: second(6) }),
        exampleReceipt({ fingerprint: 'timeless', occurredAt: null, receivedAt: second(7) }),
      ],
    })
    expect(entries.map((entry) => entry.late)).toEqual([false, true, false])
  })

  it('marks what contradicts the outcome, and nothing that merely came before it', () => {
    const entries = buildTimeline({
      contradicted: false,
      state: 'delivered',
      receipts: [
        exampleReceipt({ fingerprint: 'a', state: 'pending', receivedAt: second(1) }),
        exampleReceipt({ fingerprint: 'b', state: 'failed', receivedAt: second(2) }),
        exampleReceipt({ fingerprint: 'c', state: 'delivered', receivedAt: second(3) }),
      ],
    })
    expect(entries.map((entry) => entry.contradicts)).toEqual([false, true, false])
  })
})
