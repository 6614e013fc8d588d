import { setTimeout as delay } from 'node:timers/promises'
import { classifyError } from './classifyError'
import type { Committed } from './commitBatch'
import { ConnectionGone } from './ConnectionGone'
import type { IngestItem } from './types'

/** What became of an item: durable; its connection was removed; not stored because the database is away or we are full. */
export type Fate = 'committed' | 'gone' | 'away' | 'full'

/** The database side of a batcher; a test can stand in for it. */
export interface BatchStore {
  commit(items: readonly IngestItem[]): Promise<Committed>
  alreadyLogged(items: readonly IngestItem[]): Promise<ReadonlySet<string>>
}

export interface BatcherOptions {
  /** Receipts and callbacks in one transaction at most. */
  maxBatch: number
  /** Transactions at once. A second one uses the time in which the first waits for the disk. */
  maxInFlight: number
  /** A further transaction starts only for this many waiting callbacks: two half-empty ones cost more than they save. */
  minForSecond: number
  /**
   * Batches of fewer callbacks than that start at least this far apart, ms. A transaction costs as much as ten callbacks
   * in it, so under steady load a short wait pays; a callback after a pause waits for nothing.
   */
  gapMs: number
  maxQueued: number
  maxQueuedBytes: number
  /** How long a callback waits for a database that is away, ms, before its provider is told to come again. */
  patienceMs: number
}

export const BATCHER_DEFAULTS: BatcherOptions = {
  maxBatch: 1_000,
  maxInFlight: 2,
  minForSecond: 24,
  gapMs: 4,
  maxQueued: 20_000,
  maxQueuedBytes: 64 * 1024 * 1024,
  patienceMs: 8_000,
}

interface Waiting {
  item: IngestItem
  since: number
  settle: (fate: Fate) => void
}

const RETRY_MS = [20, 50, 100, 200, 400]
const MAX_CONFLICTS = 20

/**
 * Collects callbacks and commits them together. A batch starts as soon as a transaction is free and the last start is a
 * moment ago; what arrives meanwhile makes the next one. So a lone callback is never kept waiting and a flood fills the
 * batches.
 */
export class Batcher {
  private readonly waiting: Waiting[] = []
  private waitingBytes = 0
  private inFlight = 0
  private scheduled = false
  private lastStart = -Infinity
  private timer: NodeJS.Timeout | null = null
  private idle: (() => void)[] = []

  constructor(
    private readonly store: BatchStore,
    private readonly options: BatcherOptions,
    private readonly onError: (error: unknown, items: readonly IngestItem[]) => void,
    private readonly onCommitted: (committed: Committed, items: number, seconds: number) => void = () => undefined,
  ) {}

  /** Resolves once the fate of the item is known. Never rejects. */
  add(item: IngestItem): Promise<Fate> {
    const { maxQueued, maxQueuedBytes } = this.options
    if (this.waiting.length >= maxQueued || this.waitingBytes >= maxQueuedBytes) return Promise.resolve('full')
    return new Promise((settle) => {
      this.waiting.push({ item, since: Date.now(), settle })
      this.waitingBytes += item.callback.body.length
      this.schedule()
    })
  }

  /** Resolves when nothing waits and nothing is being written. New items may still be added meanwhile. */
  drain(): Promise<void> {
    if (this.inFlight === 0 && this.waiting.length === 0) return Promise.resolve()
    return new Promise((resolve) => this.idle.push(resolve))
  }

  /** Callbacks that wait, for the metrics. */
  get queued(): number {
    return this.waiting.length
  }

  /** Once per turn of the event loop, so that all requests read in this turn share a batch. */
  private schedule(): void {
    if (this.scheduled) return
    this.scheduled = true
    setImmediate(() => {
      this.scheduled = false
      this.pump()
    })
  }

  private pump(): void {
    while (this.mayStart()) {
      const batch = this.take()
      this.inFlight += 1
      this.lastStart = performance.now()
      void this.run(batch).finally(() => {
        this.inFlight -= 1
        if (this.waiting.length > 0) this.pump()
        else if (this.inFlight === 0) this.idle.splice(0).forEach((resolve) => resolve())
      })
    }
  }

  private mayStart(): boolean {
    if (this.waiting.length === 0 || this.inFlight >= this.options.maxInFlight) return false
    if (this.waiting.length >= this.options.minForSecond) return true
    return this.inFlight === 0 && this.isGapOver()
  }

  /** Asks again when it will be. */
  private isGapOver(): boolean {
    const left = this.lastStart + this.options.gapMs - performance.now()
    if (left <= 0) return true
    this.timer ??= setTimeout(() => {
      this.timer = null
      this.pump()
    }, left)
    return false
  }

  private take(): Waiting[] {
    let size = 0
    let count = 0
    for (const { item } of this.waiting) {
      const weight = Math.max(1, item.receipts.length)
      if (count > 0 && size + weight > this.options.maxBatch) break
      size += weight
      count += 1
    }
    const batch = this.waiting.splice(0, count)
    for (const { item } of batch) this.waitingBytes -= item.callback.body.length
    return batch
  }

  private async run(batch: Waiting[]): Promise<void> {
    const deadline = Math.min(...batch.map(({ since }) => since)) + this.options.patienceMs
    let rest = batch
    for (let attempt = 0; rest.length > 0; attempt++) {
      const error = await this.attempt(rest)
      if (error === null) return settleAll(rest, 'committed')
      const failure = error instanceof ConnectionGone ? 'gone' : classifyError(error)
      if (failure === 'gone') rest = settleGone(rest, error as ConnectionGone)
      else if (failure === 'unapplicable') return this.isolate(rest, error)
      else if (failure === 'database_away' || attempt >= MAX_CONFLICTS) {
        if (Date.now() >= deadline) return this.giveUp(rest, error)
        rest = await this.wait(rest, attempt, deadline)
      }
    }
  }

  /** The error of one try, or null when it is durable. */
  private async attempt(batch: readonly Waiting[]): Promise<unknown> {
    const started = performance.now()
    try {
      const committed = await this.store.commit(itemsOf(batch))
      this.onCommitted(committed, batch.length, (performance.now() - started) / 1000)
      return null
    } catch (error) {
      return error ?? new Error('The commit failed without saying why.')
    }
  }

  /**
   * Waits until the log can be asked, then drops what turns out to be committed after all. Nothing is tried again before
   * that is known: a database that comes back between the question and the next try would be given it twice.
   */
  private async wait(batch: Waiting[], attempt: number, deadline: number): Promise<Waiting[]> {
    for (; ; attempt++) {
      await delay(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)])
      try {
        const logged = await this.store.alreadyLogged(itemsOf(batch))
        const isLogged = ({ item }: Waiting) => logged.has(item.callback.id)
        settleAll(batch.filter(isLogged), 'committed')
        return batch.filter((waiting) => !isLogged(waiting))
      } catch (error) {
        if (Date.now() < deadline) continue
        this.giveUp(batch, error)
        return []
      }
    }
  }

  private giveUp(batch: readonly Waiting[], error: unknown): void {
    this.onError(error, itemsOf(batch))
    settleAll(batch, 'away')
  }

  /** Splits a batch that cannot be applied until the guilty callback is alone; that one is kept raw as `unapplied`. */
  private async isolate(batch: Waiting[], error: unknown): Promise<void> {
    const [only] = batch
    if (!only) return
    if (batch.length > 1) {
      const middle = batch.length >> 1
      await this.run(batch.slice(0, middle))
      return this.run(batch.slice(middle))
    }
    this.onError(error, [only.item])
    if (only.item.receipts.length === 0) return only.settle('away')
    return this.run([{ ...only, item: asUnapplied(only.item, error) }])
  }
}

function asUnapplied(item: IngestItem, error: unknown): IngestItem {
  const reason = error instanceof Error ? error.message : String(error)
  return {
    callback: { ...item.callback, outcome: 'unapplied', receiptCount: 0 },
    receipts: [],
    quarantine: [{ code: 'not_applicable', reason: `The database refused it: ${reason}`, item: 0 }],
  }
}

function settleGone(batch: Waiting[], gone: ConnectionGone): Waiting[] {
  const isGone = ({ item }: Waiting) => gone.connectionIds.has(item.callback.connectionId ?? -1)
  settleAll(batch.filter(isGone), 'gone')
  return batch.filter((waiting) => !isGone(waiting))
}

function settleAll(batch: readonly Waiting[], fate: Fate): void {
  for (const { settle } of batch) settle(fate)
}

function itemsOf(batch: readonly Waiting[]): IngestItem[] {
  return batch.map(({ item }) => item)
}
