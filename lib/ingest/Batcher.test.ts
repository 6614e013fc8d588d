import { describe, expect, it, vi } from 'vitest'
import { Batcher, BATCHER_DEFAULTS, type BatcherOptions } from './Batcher'
import { ConnectionGone } from './ConnectionGone'
import { exampleItem, exampleReceipt } from './exampleItem.fixture'
import { FakeBatchStore } from './FakeBatchStore.fixture'
import type { IngestItem } from './types'

const withCode = (code: string, message = code) => Object.assign(new Error(message), { code })
const idsOf = (items: readonly IngestItem[]) => items.map(({ callback }) => callback.id)
const names = (count: number) => Array.from({ length: count }, (_, index) => `c${index}`)

function batcherOver(store: FakeBatchStore, options: Partial<BatcherOptions> = {}) {
  const onError = vi.fn<(error: unknown, items: readonly IngestItem[]) => void>()
  const onCommitted = vi.fn()
  return {
    batcher: new Batcher(store, { ...BATCHER_DEFAULTS, ...options }, onError, onCommitted),
    onError,
    onCommitted,
  }
}

/** A promise that the test settles: stands for a transaction that takes its time. */
function gate() {
  let open = () => {}
  const opened = new Promise<void>((resolve) => (open = resolve))
  return { opened, open }
}

/** Until all that was added in this turn of the event loop is with the store. */
const nextTurn = () => new Promise<void>((resolve) => setImmediate(() => setImmediate(resolve)))

describe('batches', () => {
  it('commits what arrives in one turn together, in the order of arrival', async () => {
    const store: FakeBatchStore = new FakeBatchStore()
    const { batcher, onCommitted } = batcherOver(store)
    const fates = await Promise.all(names(5).map((id) => batcher.add(exampleItem(id))))
    expect(fates).toEqual(Array(5).fill('committed'))
    expect(store.commits).toEqual([names(5)])
    expect(onCommitted).toHaveBeenCalledExactlyOnceWith(
      { receipts: 5, duplicates: 0, duplicatesOf: new Map(), change: null },
      5,
      expect.any(Number),
    )
  })

  it('does not keep a lone callback waiting for others', async () => {
    const store: FakeBatchStore = new FakeBatchStore()
    const { batcher } = batcherOver(store)
    await batcher.add(exampleItem('a'))
    await batcher.add(exampleItem('b'))
    expect(store.commits).toEqual([['a'], ['b']])
  })

  it('makes the next batch of what arrives while one is being written', async () => {
    const first = gate()
    const store: FakeBatchStore = new FakeBatchStore(() => (store.attempts === 1 ? first.opened : undefined))
    const { batcher } = batcherOver(store)
    const a = batcher.add(exampleItem('a'))
    await nextTurn()
    const later = [batcher.add(exampleItem('b'))]
    await nextTurn()
    later.push(batcher.add(exampleItem('c')))
    await nextTurn()
    expect(store.attempts).toBe(1)
    first.open()
    await Promise.all([a, ...later])
    expect(store.commits).toEqual([['a'], ['b', 'c']])
  })

  it('counts receipts, not callbacks, against the size of a batch', async () => {
    const store: FakeBatchStore = new FakeBatchStore()
    const { batcher } = batcherOver(store, { maxBatch: 4, maxInFlight: 1 })
    const three = [1, 2, 3].map((n) => exampleReceipt({ fingerprint: String(n) }))
    const sizes = [three, three, [], [], three.slice(0, 2)]
    await Promise.all(sizes.map((receipts, index) => batcher.add(exampleItem(`c${index}`, { receipts }))))
    // A callback without receipts weighs one; one that is larger than a batch goes alone.
    expect(store.commits).toEqual([['c0'], ['c1', 'c2'], ['c3', 'c4']])
  })

  it('takes a callback that is larger than a batch', async () => {
    const store: FakeBatchStore = new FakeBatchStore()
    const { batcher } = batcherOver(store, { maxBatch: 2 })
    const receipts = [1, 2, 3].map((n) => exampleReceipt({ fingerprint: String(n) }))
    await expect(batcher.add(exampleItem('a', { receipts }))).resolves.toBe('committed')
  })

  it('never has more transactions open than allowed, and uses all of them for a flood', async () => {
    const store: FakeBatchStore = new FakeBatchStore(() => nextTurn())
    const { batcher } = batcherOver(store, { maxBatch: 3, maxInFlight: 2, minForSecond: 2 })
    await Promise.all(names(60).map((id) => batcher.add(exampleItem(id))))
    expect(store.mostAtOnce).toBe(2)
    expect(store.commits.flat().sort()).toEqual(names(60).sort())
  })

  it('opens a second transaction only for enough callbacks', async () => {
    const first = gate()
    const store: FakeBatchStore = new FakeBatchStore(() => (store.attempts === 1 ? first.opened : undefined))
    const { batcher } = batcherOver(store, { maxInFlight: 2, minForSecond: 3 })
    const fates = [batcher.add(exampleItem('a'))]
    await nextTurn()
    fates.push(batcher.add(exampleItem('b')), batcher.add(exampleItem('c')))
    await nextTurn()
    expect(store.attempts).toBe(1)
    fates.push(batcher.add(exampleItem('d')))
    await nextTurn()
    expect(store.commits).toEqual([['b', 'c', 'd']])
    first.open()
    await Promise.all(fates)
  })
})

describe('what cannot be applied', () => {
  const refusing = (guilty: string[]) =>
    new FakeBatchStore((items) => {
      const held = items.find(({ callback, receipts }) => guilty.includes(callback.id) && receipts.length > 0)
      if (held) throw withCode('22003', `out of range: ${held.callback.id}`)
    })

  it.each([[['c3']], [['c0', 'c9']], [names(10)]])('keeps %s raw and commits the others', async (guilty) => {
    const store = refusing(guilty)
    const { batcher, onError } = batcherOver(store)
    const fates = await Promise.all(names(10).map((id) => batcher.add(exampleItem(id))))
    expect(fates).toEqual(Array(10).fill('committed'))
    expect(idsOf(store.stored).sort()).toEqual(names(10).sort())
    const unapplied = store.stored.filter(({ callback }) => callback.outcome === 'unapplied')
    expect(idsOf(unapplied).sort()).toEqual([...guilty].sort())
    for (const { callback, receipts, quarantine } of unapplied) {
      expect(receipts).toEqual([])
      expect(callback.receiptCount).toBe(0)
      expect(quarantine).toEqual([
        { code: 'not_applicable', reason: `The database refused it: out of range: ${callback.id}`, item: 0 },
      ])
    }
    expect(
      onError.mock.calls
        .map(([, items]) => idsOf(items))
        .flat()
        .sort(),
    ).toEqual([...guilty].sort())
  })

  it('finds one among 64 in few transactions', async () => {
    const store = refusing(['c40'])
    const { batcher } = batcherOver(store)
    await Promise.all(names(64).map((id) => batcher.add(exampleItem(id))))
    // The whole, then two halves at each of six levels, and the guilty one once more, raw.
    expect(store.attempts).toBe(1 + 2 * 6 + 1)
  })

  it('gives up what cannot even be kept raw, and says so to the provider', async () => {
    const store: FakeBatchStore = new FakeBatchStore(() => {
      throw withCode('22021')
    })
    const { batcher, onError } = batcherOver(store)
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('away')
    expect(store.stored).toEqual([])
    expect(onError).toHaveBeenCalled()
  })
})

describe('a connection that was removed', () => {
  it('tells its callbacks alone; the others commit', async () => {
    const store: FakeBatchStore = new FakeBatchStore((items) => {
      if (items.some(({ callback }) => callback.connectionId === 2)) throw new ConnectionGone(new Set([2]))
    })
    const { batcher, onError } = batcherOver(store)
    const connections = [1, 2, 1, 2, null]
    const fates = await Promise.all(
      connections.map((connectionId, index) => batcher.add(exampleItem(`c${index}`, { connectionId }))),
    )
    expect(fates).toEqual(['committed', 'gone', 'committed', 'gone', 'committed'])
    expect(store.commits).toEqual([['c0', 'c2', 'c4']])
    expect(onError).not.toHaveBeenCalled()
  })
})

describe('a database that is away', () => {
  it.each([withCode('ECONNREFUSED'), withCode('57P01'), new Error('Connection terminated unexpectedly')])(
    'is tried again: %s',
    async (error) => {
      const store: FakeBatchStore = new FakeBatchStore(() => {
        if (store.attempts <= 2) throw error
      })
      const { batcher, onError } = batcherOver(store)
      const fates = await Promise.all(names(3).map((id) => batcher.add(exampleItem(id))))
      expect(fates).toEqual(['committed', 'committed', 'committed'])
      expect(store.commits).toEqual([names(3)])
      expect(onError).not.toHaveBeenCalled()
    },
  )

  it('is told to the provider when patience ends', async () => {
    const store: FakeBatchStore = new FakeBatchStore(() => {
      throw withCode('ECONNREFUSED')
    })
    const { batcher, onError } = batcherOver(store, { patienceMs: 60 })
    const startedAt = Date.now()
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('away')
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(60)
    expect(store.attempts).toBeGreaterThan(1)
    expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ code: 'ECONNREFUSED' }), [
      expect.objectContaining({ callback: expect.objectContaining({ id: 'a' }) }),
    ])
  })

  it('counts the time in the queue as patience', async () => {
    const first = gate()
    const store: FakeBatchStore = new FakeBatchStore(async () => {
      if (store.attempts === 1) await first.opened
      else throw withCode('ECONNREFUSED')
    })
    const { batcher } = batcherOver(store, { maxInFlight: 1, patienceMs: 30 })
    const a = batcher.add(exampleItem('a'))
    await nextTurn()
    const addedAt = Date.now()
    const b = batcher.add(exampleItem('b'))
    await vi.waitUntil(() => Date.now() - addedAt > 30, { interval: 5 })
    first.open()
    await expect(a).resolves.toBe('committed')
    await expect(b).resolves.toBe('away')
    expect(store.attempts).toBe(2)
  })

  it('takes callbacks again afterwards', async () => {
    let isAway = true
    const store: FakeBatchStore = new FakeBatchStore(() => {
      if (isAway) throw withCode('57P03')
    })
    const { batcher } = batcherOver(store, { patienceMs: 0 })
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('away')
    isAway = false
    await expect(batcher.add(exampleItem('b'))).resolves.toBe('committed')
    expect(store.commits).toEqual([['b']])
  })
})

describe('a COMMIT whose answer was lost', () => {
  it('is not applied twice', async () => {
    const store: FakeBatchStore = new FakeBatchStore((items) => {
      if (store.attempts > 1) return
      store.keep(items)
      throw new Error('Connection terminated unexpectedly')
    })
    const { batcher } = batcherOver(store)
    const fates = await Promise.all(names(3).map((id) => batcher.add(exampleItem(id))))
    expect(fates).toEqual(['committed', 'committed', 'committed'])
    expect(store.commits).toEqual([names(3)])
    expect(store.attempts).toBe(1)
  })

  it('is not applied twice when the log cannot be asked for a while either', async () => {
    const store: FakeBatchStore = new FakeBatchStore((items) => {
      if (store.attempts > 1) return
      store.keep(items)
      store.askError = withCode('57P03')
      setTimeout(() => (store.askError = null), 50)
      throw new Error('Connection terminated unexpectedly')
    })
    const { batcher } = batcherOver(store)
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('committed')
    expect(store.commits).toEqual([['a']])
  })

  it('is told as not stored when the log cannot be asked before patience ends', async () => {
    const store: FakeBatchStore = new FakeBatchStore(() => {
      store.askError = withCode('57P03')
      throw new Error('Connection terminated unexpectedly')
    })
    const { batcher, onError } = batcherOver(store, { patienceMs: 40 })
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('away')
    expect(store.attempts).toBe(1)
    expect(onError).toHaveBeenCalledOnce()
  })
})

describe('another writer in the way', () => {
  it('is tried again at once, without waiting', async () => {
    const store: FakeBatchStore = new FakeBatchStore(() => {
      if (store.attempts <= 5) throw withCode('40P01')
    })
    const { batcher } = batcherOver(store, { patienceMs: 0 })
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('committed')
    expect(store.attempts).toBe(6)
  })

  it('does not go on for ever', async () => {
    const store: FakeBatchStore = new FakeBatchStore(() => {
      throw withCode('40001')
    })
    const { batcher, onError } = batcherOver(store, { patienceMs: 0 })
    await expect(batcher.add(exampleItem('a'))).resolves.toBe('away')
    expect(onError).toHaveBeenCalledOnce()
  })
})

describe('a full queue', () => {
  it('refuses by number and takes again when there is room', async () => {
    const first = gate()
    const store: FakeBatchStore = new FakeBatchStore(() => first.opened)
    const { batcher } = batcherOver(store, { maxQueued: 2, maxInFlight: 1 })
    const a = batcher.add(exampleItem('a'))
    await nextTurn()
    const queued = [batcher.add(exampleItem('b')), batcher.add(exampleItem('c'))]
    expect(batcher.queued).toBe(2)
    await expect(batcher.add(exampleItem('d'))).resolves.toBe('full')
    first.open()
    await Promise.all([a, ...queued])
    expect(batcher.queued).toBe(0)
    await expect(batcher.add(exampleItem('e'))).resolves.toBe('committed')
    expect(store.commits).toEqual([['a'], ['b', 'c'], ['e']])
  })

  it('refuses by bytes and takes again when there is room', async () => {
    const first = gate()
    const store: FakeBatchStore = new FakeBatchStore(() => first.opened)
    const { batcher } = batcherOver(store, { maxQueuedBytes: 100, maxInFlight: 1 })
    const a = batcher.add(exampleItem('a', { body: Buffer.alloc(500) }))
    await nextTurn()
    const b = batcher.add(exampleItem('b', { body: Buffer.alloc(100) }))
    await expect(batcher.add(exampleItem('c'))).resolves.toBe('full')
    first.open()
    await Promise.all([a, b])
    await expect(batcher.add(exampleItem('d'))).resolves.toBe('committed')
  })
})

describe('drain', () => {
  it('resolves at once when there is nothing', async () => {
    await batcherOver(new FakeBatchStore()).batcher.drain()
  })

  it('waits for what is being written and for what is queued', async () => {
    const first = gate()
    const store: FakeBatchStore = new FakeBatchStore(() => (store.attempts === 1 ? first.opened : nextTurn()))
    const { batcher } = batcherOver(store, { maxInFlight: 1 })
    const fates = [batcher.add(exampleItem('a'))]
    await nextTurn()
    fates.push(batcher.add(exampleItem('b')))
    let drained = false
    const drain = batcher.drain().then(() => (drained = true))
    await nextTurn()
    expect(drained).toBe(false)
    first.open()
    await drain
    expect(store.commits).toEqual([['a'], ['b']])
    await Promise.all(fates)
  })
})
