import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { RefusalLimits, RefusalUse } from './refusalBudget'
import { Refusals, type KeptRefusal, type RefusalCount, type Refused, type RefusalStore } from './Refusals'

const AT = Date.UTC(2026, 10, 24, 12)
const DAY = '2026-11-24'
const LIMITS: RefusalLimits = {
  entriesPerDay: 3,
  bytesPerDay: 10_000,
  entriesPerCode: 2,
  bodyBytesKnown: 8,
  bodyBytesUnknown: 4,
}

class FakeStore implements RefusalStore {
  readonly kept: KeptRefusal[] = []
  readonly counts: RefusalCount[] = []
  asked: string[] = []
  writes = 0
  failing: Error | null = null
  stored: RefusalUse = { entries: 0, bytes: 0, byCode: new Map() }

  async used(day: string): Promise<RefusalUse> {
    this.asked.push(day)
    return { ...this.stored, byCode: new Map(this.stored.byCode) }
  }

  async write(kept: readonly KeptRefusal[], counts: readonly RefusalCount[]): Promise<void> {
    this.writes += 1
    if (this.failing) throw this.failing
    this.kept.push(...kept)
    this.counts.push(...counts)
  }

  /** What a table that adds up would hold. */
  total(field: 'count' | 'kept' | 'keptBytes'): number {
    return this.counts.reduce((sum, row) => sum + row[field], 0)
  }
}

function refused(fields: Partial<Omit<Refused, 'incoming'>> & { body?: string; target?: string } = {}): Refused {
  const { body = 'body', target = '/api/callbacks/twilio/abc', ...rest } = fields
  const incoming = {
    method: 'POST',
    target,
    headers: { cookie: 'a', 'x-sig': 'b' },
    body: Buffer.from(body),
    door: 'fast' as const,
  }
  return {
    incoming,
    connectionId: 1,
    adapter: 'twilio',
    code: 'signature_wrong',
    reason: 'No.',
    receivedAt: AT,
    ...rest,
  }
}

let store: FakeStore
let onError: ReturnType<typeof vi.fn<(error: unknown) => void>>
let refusals: Refusals

beforeEach(() => {
  store = new FakeStore()
  onError = vi.fn()
  refusals = new Refusals(store, onError, LIMITS)
})
afterEach(() => vi.useRealTimers())

describe('Refusals', () => {
  it('keeps a refused request with what is needed to judge it again', async () => {
    await refusals.keep(refused())
    expect(store.kept).toMatchObject([
      {
        callback: { receivedAt: AT, connectionId: 1, outcome: 'refused', receiptCount: 0, headers: { 'x-sig': 'b' } },
        quarantine: { code: 'signature_wrong', reason: 'No.', item: 0 },
      },
    ])
    expect(store.counts).toEqual([
      { day: DAY, connectionId: 1, code: 'signature_wrong', count: 1, kept: 1, keptBytes: 4 },
    ])
  })

  it('keeps whole bodies of known connections up to a limit, only the beginning of others', async () => {
    await refusals.keep(refused({ body: '123456789' }))
    await refusals.keep(refused({ body: '123456789', connectionId: null, code: 'unknown_connection' }))
    expect(store.kept.map(({ callback }) => callback.body.toString())).toEqual(['12345678', '1234'])
    // The hash is that of the whole: a replay sees that it has only a part.
    expect(store.kept[0]?.callback.bodyHash).toEqual(store.kept[1]?.callback.bodyHash)
  })

  it('counts what is over the budget, and writes the numbers a second later', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    for (let time = 0; time < 100; time++) await refusals.keep(refused())
    expect(store.kept).toHaveLength(2)
    const writes = store.writes
    expect(writes).toBe(2)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(store.writes).toBe(writes + 1)
    expect(store.total('count')).toBe(100)
    expect(store.total('kept')).toBe(2)
  })

  it('writes what is only counted when it is drained', async () => {
    for (let time = 0; time < 5; time++) await refusals.keep(refused())
    await refusals.drain()
    expect(store.total('count')).toBe(5)
  })

  it('goes on from what the day has kept before a restart, and begins anew with the next day', async () => {
    store.stored = { entries: 3, bytes: 30, byCode: new Map([['1 signature_wrong', 2]]) }
    await refusals.keep(refused())
    expect(store.kept).toEqual([])
    store.stored = { entries: 0, bytes: 0, byCode: new Map() }
    await refusals.keep(refused({ receivedAt: AT + 24 * 60 * 60_000 }))
    expect(store.asked).toEqual([DAY, '2026-11-25'])
    expect(store.kept).toHaveLength(1)
  })

  it('gathers what comes during a write into the next one', async () => {
    const limits = { ...LIMITS, entriesPerDay: 1000, entriesPerCode: 1000 }
    refusals = new Refusals(store, onError, limits)
    await Promise.all(Array.from({ length: 50 }, () => refusals.keep(refused())))
    expect(store.kept).toHaveLength(50)
    expect(store.writes).toBeLessThan(10)
  })

  it('never rejects: a failed write is told', async () => {
    store.failing = new Error('away')
    await expect(refusals.keep(refused())).resolves.toBe(false)
    expect(onError).toHaveBeenCalledExactlyOnceWith(store.failing)
  })

  it('cuts an endless target', async () => {
    await refusals.keep(refused({ target: `/api/callbacks/twilio/abc?${'a'.repeat(9_000)}` }))
    expect(store.kept[0]?.callback.target).toHaveLength(4_000)
  })
})
