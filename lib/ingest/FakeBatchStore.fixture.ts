import type { BatchStore } from './Batcher'
import type { Committed } from './commitBatch'
import type { IngestItem } from './types'

type Step = (items: readonly IngestItem[]) => void | Promise<void>

/**
 * A database side for tests of the batcher. Keeps what was committed and refuses what `step` throws at; a step that
 * throws after `keep` plays a COMMIT whose answer was lost.
 */
export class FakeBatchStore implements BatchStore {
  /** Ids of the callbacks of each successful commit, in order. */
  readonly commits: string[][] = []
  readonly stored: IngestItem[] = []
  attempts = 0
  mostAtOnce = 0
  /** Thrown by the question what is logged, as long as it is set. */
  askError: Error | null = null
  private atOnce = 0

  constructor(private readonly step: Step = () => undefined) {}

  async commit(items: readonly IngestItem[]): Promise<Committed> {
    this.attempts += 1
    this.atOnce += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.atOnce)
    try {
      await this.step(items)
      this.keep(items)
      return { receipts: items.length, duplicates: 0, duplicatesOf: new Map(), change: null }
    } finally {
      this.atOnce -= 1
    }
  }

  async alreadyLogged(items: readonly IngestItem[]): Promise<ReadonlySet<string>> {
    if (this.askError) throw this.askError
    const stored = new Set(this.stored.map(({ callback }) => callback.id))
    return new Set(items.map(({ callback }) => callback.id).filter((id) => stored.has(id)))
  }

  keep(items: readonly IngestItem[]): void {
    this.commits.push(items.map(({ callback }) => callback.id))
    this.stored.push(...items)
  }
}
