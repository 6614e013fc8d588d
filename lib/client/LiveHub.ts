import type { QueryClient } from '@tanstack/react-query'
import type { LiveChange } from '@/lib/contracts/live'
import { createRefresher, type Refresher } from './createRefresher'
import { LiveStream } from './LiveStream'
import { refreshLiveQueries } from './refreshLiveQueries'

export type ChangeListener = (change: LiveChange) => void

/** Figures follow events at most this often. */
const REFRESH_MS = 500
/** While the stream is away, the server is asked this often instead. */
const POLL_MS = 5_000

/** What one tab needs of the live stream: hands changes to listeners and refreshes the live queries. */
export class LiveHub {
  readonly stream: LiveStream
  #queryClient: QueryClient
  #listeners = new Set<ChangeListener>()
  #refresher: Refresher | undefined

  constructor(queryClient: QueryClient) {
    this.#queryClient = queryClient
    this.stream = new LiveStream({
      open: () => new EventSource('/api/live'),
      now: () => Date.now(),
      onChange: (change) => this.#change(change),
      onGap: () => this.#refresher?.request(),
    })
  }

  /** Begins to listen; the answer ends it. */
  start(): () => void {
    const refresher = createRefresher(() => this.#refresh(), REFRESH_MS)
    this.#refresher = refresher
    const look = () => {
      if (document.hidden) return
      this.stream.wake()
      refresher.request()
    }
    const poll = setInterval(() => {
      if (!this.stream.facts.open && !document.hidden) refresher.request()
    }, POLL_MS)
    document.addEventListener('visibilitychange', look)
    window.addEventListener('online', look)
    this.stream.start()
    return () => {
      this.stream.stop()
      refresher.stop()
      clearInterval(poll)
      document.removeEventListener('visibilitychange', look)
      window.removeEventListener('online', look)
    }
  }

  /** Calls `listener` for every change until the answer is called. */
  listen(listener: ChangeListener): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  #change(change: LiveChange): void {
    for (const listener of this.#listeners) listener(change)
    // A hidden page owes nobody fresh figures; it catches up when it is looked at.
    if (!document.hidden) this.#refresher?.request()
  }

  async #refresh(): Promise<boolean> {
    const askedAt = Date.now()
    this.stream.asking()
    const succeeded = await refreshLiveQueries(this.#queryClient)
    if (succeeded) this.stream.shown(askedAt)
    return succeeded
  }
}
