import { DELAY_CLASSES, delayClass } from './delayClasses'

/** What happened at one connection in one minute. */
export interface MinuteGauge {
  connectionId: number
  /** Minutes since 1970 UTC. */
  minute: number
  callbacks: number
  receipts: number
  duplicates: number
  refused: number
  quarantined: number
  /** Receipts by delayClass. */
  delays: Uint32Array
}

/** A committed callback as far as the gauges look at it. */
interface Counted {
  callback: { connectionId: number | null; receivedAt: number }
  receipts: readonly { occurredAt: number | null }[]
  quarantine: readonly unknown[]
}

const MINUTE_MS = 60_000
const FLUSH_MS = 1_000
/** Minutes of connections that wait for a database that is away; the oldest beyond that are given up. */
const MOST_WAITING = 5_000
/** Minutes need 25 bits until 2033 and 26 until 2097; the rest of the 53 is left for the connection. */
const MINUTE_SPAN = 2 ** 26

/**
 * The gauges of this process, kept in memory and added to the stored ones every second. Counting costs a few additions
 * per callback and allocates nothing per receipt. What could not be written is tried again; a crash loses a second of it.
 */
export class ConnectionGauges {
  private minutes = new Map<number, MinuteGauge>()
  private timer: NodeJS.Timeout | null = null
  private writing: Promise<void> | null = null

  constructor(
    private readonly store: (minutes: readonly MinuteGauge[]) => Promise<void>,
    private readonly onError: (error: unknown, dropped: number) => void,
  ) {}

  /** Counts callbacks that are committed. `duplicatesOf`: receipts among them that were stored before, by connection. */
  committed(items: readonly Counted[], duplicatesOf: ReadonlyMap<number, number>): void {
    for (const item of items) this.count(item)
    for (const [connectionId, duplicates] of duplicatesOf) {
      const last = items.findLast(({ callback }) => callback.connectionId === connectionId)
      if (last) this.gauge(connectionId, last.callback.receivedAt).duplicates += duplicates
    }
  }

  /** Counts a request that was not accepted. */
  refused(connectionId: number | null, receivedAt: number): void {
    if (connectionId !== null) this.gauge(connectionId, receivedAt).refused += 1
  }

  /** Counts an accepted callback that was kept without being read. */
  kept(connectionId: number | null, receivedAt: number): void {
    if (connectionId === null) return
    const gauge = this.gauge(connectionId, receivedAt)
    gauge.callbacks += 1
    gauge.quarantined += 1
  }

  /** Writes what is still in memory, once: for a process that stops. */
  async drain(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.writing
    await this.flush()
  }

  private count({ callback, receipts, quarantine }: Counted): void {
    const { connectionId, receivedAt } = callback
    if (connectionId === null) return
    const gauge = this.gauge(connectionId, receivedAt)
    gauge.callbacks += 1
    gauge.receipts += receipts.length
    if (quarantine.length > 0) gauge.quarantined += 1
    for (const { occurredAt } of receipts) {
      if (occurredAt === null) continue
      const index = delayClass(receivedAt - occurredAt)
      gauge.delays[index] = (gauge.delays[index] ?? 0) + 1
    }
  }

  private gauge(connectionId: number, at: number): MinuteGauge {
    const minute = Math.floor(at / MINUTE_MS)
    const key = keyOf(connectionId, minute)
    let gauge = this.minutes.get(key)
    if (!gauge) this.minutes.set(key, (gauge = emptyGauge(connectionId, minute)))
    this.timer ??= setTimeout(() => this.tick(), FLUSH_MS).unref()
    return gauge
  }

  private tick(): void {
    this.timer = null
    void this.flush()
  }

  private async flush(): Promise<void> {
    // One write at a time: two could wait for each other's rows. What comes meanwhile goes with the next.
    if (this.writing || this.minutes.size === 0) return
    const taken = this.minutes
    this.minutes = new Map()
    this.writing = this.write(taken).finally(() => (this.writing = null))
    await this.writing
    if (this.minutes.size > 0) this.timer ??= setTimeout(() => this.tick(), FLUSH_MS).unref()
  }

  private async write(taken: Map<number, MinuteGauge>): Promise<void> {
    const sorted = [...taken.values()].sort((a, b) => a.connectionId - b.connectionId || a.minute - b.minute)
    try {
      await this.store(sorted)
    } catch (error) {
      for (const gauge of sorted) this.putBack(gauge)
      this.onError(error, this.dropOldest())
    }
  }

  private putBack(gauge: MinuteGauge): void {
    const key = keyOf(gauge.connectionId, gauge.minute)
    const newer = this.minutes.get(key)
    if (newer) add(newer, gauge)
    else this.minutes.set(key, gauge)
  }

  private dropOldest(): number {
    const over = this.minutes.size - MOST_WAITING
    if (over <= 0) return 0
    const oldest = [...this.minutes.entries()].sort(([, a], [, b]) => a.minute - b.minute).slice(0, over)
    for (const [key] of oldest) this.minutes.delete(key)
    return over
  }
}

function keyOf(connectionId: number, minute: number): number {
  return connectionId * MINUTE_SPAN + (minute % MINUTE_SPAN)
}

function emptyGauge(connectionId: number, minute: number): MinuteGauge {
  const counts = { callbacks: 0, receipts: 0, duplicates: 0, refused: 0, quarantined: 0 }
  return { connectionId, minute, ...counts, delays: new Uint32Array(DELAY_CLASSES) }
}

function add(to: MinuteGauge, from: MinuteGauge): void {
  to.callbacks += from.callbacks
  to.receipts += from.receipts
  to.duplicates += from.duplicates
  to.refused += from.refused
  to.quarantined += from.quarantined
  from.delays.forEach((count, index) => (to.delays[index] = (to.delays[index] ?? 0) + count))
}
