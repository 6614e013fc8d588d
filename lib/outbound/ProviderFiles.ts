import type { Need } from '@/lib/providers/types'

/** Reads one URL as text. Throws when it cannot be had. */
export type ReadUrl = (url: string) => Promise<string>

interface Entry {
  text: Promise<string | undefined>
  until: number
}

const MOST_ENTRIES = 200
const MOST_IN_FLIGHT = 8
/** A URL that could not be had is not asked for again before this, ms: made-up URLs must not become a flood. */
const FAILED_FOR_MS = 20_000

/**
 * What adapters need from their providers' sites (certificates, lists of keys), fetched once and kept. Callbacks that
 * need the same wait together; callbacks that need nothing never wait.
 */
export class ProviderFiles {
  private readonly entries = new Map<string, Entry>()
  private inFlight = 0

  constructor(
    private readonly readUrl: ReadUrl,
    private readonly onError: (url: string, error: unknown) => void,
    private readonly now: () => number = Date.now,
  ) {}

  /** What could be had, by URL. Never rejects. */
  async read(needs: readonly Need[]): Promise<ReadonlyMap<string, string>> {
    const found = new Map<string, string>()
    await Promise.all(
      needs.map(async (need) => {
        const text = await this.entry(need)
        if (text !== undefined) found.set(need.url, text)
      }),
    )
    return found
  }

  private entry({ url, maxAgeMs }: Need): Promise<string | undefined> {
    const known = this.entries.get(url)
    if (known && this.now() < known.until) return known.text
    if (this.inFlight >= MOST_IN_FLIGHT) return Promise.resolve(undefined)
    const entry: Entry = { until: this.now() + maxAgeMs, text: this.fetch(url) }
    entry.text = entry.text.then((text) => {
      if (text === undefined) entry.until = this.now() + FAILED_FOR_MS
      return text
    })
    this.entries.delete(url)
    this.entries.set(url, entry)
    this.dropOldest()
    return entry.text
  }

  private async fetch(url: string): Promise<string | undefined> {
    this.inFlight += 1
    try {
      return await this.readUrl(url)
    } catch (error) {
      this.onError(url, error)
      return undefined
    } finally {
      this.inFlight -= 1
    }
  }

  private dropOldest(): void {
    const [oldest] = this.entries.keys()
    if (this.entries.size > MOST_ENTRIES && oldest !== undefined) this.entries.delete(oldest)
  }
}
