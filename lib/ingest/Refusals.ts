import { createHash } from 'node:crypto'
import { keptHeaders } from './keptHeaders'
import { bookRefusal, REFUSAL_LIMITS, type RefusalLimits, type RefusalUse } from './refusalBudget'
import type { CallbackRow, IncomingCallback, QuarantineRow } from './types'
import { uuidV7 } from './uuidV7'

export interface Refused {
  incoming: IncomingCallback
  connectionId: number | null
  adapter: string
  code: string
  reason: string
  receivedAt: number
}

export interface KeptRefusal {
  callback: CallbackRow
  quarantine: QuarantineRow
}

/** Refusals of one day, connection and code since the last write. */
export interface RefusalCount {
  day: string
  connectionId: number
  code: string
  count: number
  kept: number
  keptBytes: number
}

export interface RefusalStore {
  /** What the given UTC day ("2026-11-24") has kept so far. */
  used(day: string): Promise<RefusalUse>
  write(kept: readonly KeptRefusal[], counts: readonly RefusalCount[]): Promise<void>
}

const MAX_TARGET = 4_000
/** Over the budget a refusal is only a number; numbers are written this often, ms. */
const COUNT_EVERY_MS = 1_000

/**
 * Keeps refused requests for people who look for a wrong secret, within a daily budget, and counts all of them. One
 * write at a time, apart from the batcher, so that a flood of junk neither fills the disk nor slows real callbacks.
 */
export class Refusals {
  private use: { day: string; value: RefusalUse } | null = null
  private kept: KeptRefusal[] = []
  private readonly counts = new Map<string, RefusalCount>()
  private writing: Promise<void> | null = null
  private timer: NodeJS.Timeout | null = null
  private failures = 0

  constructor(
    private readonly store: RefusalStore,
    private readonly onError: (error: unknown) => void,
    private readonly limits: RefusalLimits = REFUSAL_LIMITS,
    private readonly onRefused: (refused: Refused) => void = () => undefined,
  ) {}

  /**
   * Resolves when the entry is written, or at once when it is only counted. True when it was kept whole and safely.
   * Never rejects: the reply is a refusal anyhow.
   */
  async keep(refused: Refused): Promise<boolean> {
    this.onRefused(refused)
    const day = new Date(refused.receivedAt).toISOString().slice(0, 10)
    const body = this.keptBody(refused)
    const hasRoom = await this.book(day, refused, body.length)
    this.count(day, refused, hasRoom ? body.length : null)
    if (!hasRoom) {
      this.writeSoon()
      return false
    }
    this.kept.push({
      callback: rowOf(refused, body),
      quarantine: { code: refused.code, reason: refused.reason, item: 0 },
    })
    const failuresBefore = this.failures
    await this.write()
    return this.failures === failuresBefore && body === refused.incoming.body
  }

  /** Writes what is still only counted. */
  async drain(): Promise<void> {
    if (this.timer) clearTimeout(this.timer)
    this.timer = null
    await this.write()
  }

  private keptBody({ incoming, connectionId }: Refused): Buffer {
    const limit = connectionId === null ? this.limits.bodyBytesUnknown : this.limits.bodyBytesKnown
    return incoming.body.length > limit ? Buffer.from(incoming.body.subarray(0, limit)) : incoming.body
  }

  private async book(day: string, refused: Refused, bytes: number): Promise<boolean> {
    try {
      if (this.use?.day !== day) this.use = { day, value: await this.store.used(day) }
    } catch (error) {
      this.onError(error)
      return false
    }
    const size = bytes + Math.min(refused.incoming.target.length, MAX_TARGET)
    return bookRefusal(this.use.value, this.limits, `${refused.connectionId ?? 0} ${refused.code}`, size)
  }

  private count(day: string, { connectionId, code }: Refused, keptBytes: number | null): void {
    const key = `${day} ${connectionId ?? 0} ${code}`
    let count = this.counts.get(key)
    if (!count) {
      count = { day, connectionId: connectionId ?? 0, code, count: 0, kept: 0, keptBytes: 0 }
      this.counts.set(key, count)
    }
    count.count += 1
    if (keptBytes === null) return
    count.kept += 1
    count.keptBytes += keptBytes
  }

  private writeSoon(): void {
    this.timer ??= setTimeout(() => {
      this.timer = null
      void this.write()
    }, COUNT_EVERY_MS).unref()
  }

  /** Waits for the write that is under way, then writes what has gathered since; callers in between share it. */
  private async write(): Promise<void> {
    while (this.kept.length > 0 || this.counts.size > 0) {
      this.writing ??= this.writeGathered().finally(() => (this.writing = null))
      await this.writing
    }
  }

  private async writeGathered(): Promise<void> {
    const kept = this.kept.splice(0)
    const counts = [...this.counts.values()]
    this.counts.clear()
    try {
      await this.store.write(kept, counts)
    } catch (error) {
      this.failures += 1
      this.onError(error)
    }
  }
}

function rowOf({ incoming, connectionId, adapter, receivedAt }: Refused, body: Buffer): CallbackRow {
  return {
    id: uuidV7(receivedAt),
    receivedAt,
    connectionId,
    adapter,
    method: incoming.method,
    target: incoming.target.slice(0, MAX_TARGET),
    headers: keptHeaders(incoming.headers),
    body,
    bodyHash: createHash('sha256').update(incoming.body).digest(),
    outcome: 'refused',
    receiptCount: 0,
  }
}
