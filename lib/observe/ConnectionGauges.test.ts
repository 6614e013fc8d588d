import { beforeEach, afterEach, describe, expect, it, vi } from 'vitest'
import { ConnectionGauges, type MinuteGauge } from './ConnectionGauges'
import { readDelays } from './delayClasses'

const AT = Date.UTC(2026, 10, 25, 12, 0, 30)

function item(connectionId: number | null, receivedAt: number, delays: readonly (number | null)[], quarantined = 0) {
  return {
    callback: { connectionId, receivedAt },
    receipts: delays.map((delay) => ({ occurredAt: delay === null ? null : receivedAt - delay })),
    quarantine: Array.from({ length: quarantined }),
  }
}

/** A store that keeps what it was given and fails as long as it is told to. */
function fakeStore() {
  const written: MinuteGauge[] = []
  const state = { fails: false, written }
  const store = async (minutes: readonly MinuteGauge[]) => {
    if (state.fails) throw new Error('away')
    written.push(...minutes)
  }
  return { state, store }
}

describe('ConnectionGauges', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('counts by connection and minute of arrival, and writes within a second', async () => {
    const { state, store } = fakeStore()
    const gauges = new ConnectionGauges(store, () => undefined)
    gauges.committed([item(1, AT, [500, null]), item(1, AT + 40_000, [700]), item(2, AT, [], 2)], new Map([[1, 1]]))
    gauges.refused(2, AT)
    gauges.refused(null, AT)
    gauges.kept(3, AT)
    await vi.advanceTimersByTimeAsync(1_000)
    const minute = Math.floor(AT / 60_000)
    expect(state.written).toMatchObject([
      { connectionId: 1, minute, callbacks: 1, receipts: 2, duplicates: 0 },
      { connectionId: 1, minute: minute + 1, callbacks: 1, receipts: 1, duplicates: 1 },
      { connectionId: 2, minute, callbacks: 1, receipts: 0, refused: 1, quarantined: 1 },
      { connectionId: 3, minute, callbacks: 1, quarantined: 1 },
    ])
    expect(readDelays([...(state.written[0]?.delays ?? [])]).known).toBe(1)
  })

  it('keeps what could not be written, adds to it, and writes it once', async () => {
    const { state, store } = fakeStore()
    const failures: unknown[] = []
    const gauges = new ConnectionGauges(store, (error) => failures.push(error))
    state.fails = true
    gauges.committed([item(1, AT, [500])], new Map())
    await vi.advanceTimersByTimeAsync(1_000)
    expect(failures).toHaveLength(1)
    gauges.committed([item(1, AT, [500])], new Map())
    state.fails = false
    await vi.advanceTimersByTimeAsync(1_000)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(state.written).toMatchObject([{ connectionId: 1, callbacks: 2, receipts: 2 }])
    expect(readDelays([...(state.written[0]?.delays ?? [])]).known).toBe(2)
  })

  it('does not grow without end while the database is away', async () => {
    const { state, store } = fakeStore()
    let dropped = 0
    const gauges = new ConnectionGauges(store, (_, count) => (dropped += count))
    state.fails = true
    const items = Array.from({ length: 6_000 }, (_, index) => item(1, AT + index * 60_000, []))
    gauges.committed(items, new Map())
    await vi.advanceTimersByTimeAsync(1_000)
    expect(dropped).toBe(1_000)
    state.fails = false
    await gauges.drain()
    expect(state.written).toHaveLength(5_000)
    expect(state.written[0]?.minute).toBe(Math.floor(AT / 60_000) + 1_000)
  })

  it('is empty after a drain', async () => {
    const { state, store } = fakeStore()
    const gauges = new ConnectionGauges(store, () => undefined)
    gauges.committed([item(1, AT, [1])], new Map())
    await gauges.drain()
    await gauges.drain()
    expect(state.written).toHaveLength(1)
    expect(vi.getTimerCount()).toBe(0)
  })
})
