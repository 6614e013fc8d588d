import { type LiveChange, liveBeat, liveChange, liveHello } from '@/lib/contracts/live'
import { type LiveFacts, SILENCE_MS } from './liveReading'

/** The part of EventSource that is used here. */
export interface EventSourceLike {
  addEventListener(type: string, listener: (event: { data?: unknown }) => void): void
  close(): void
}

export interface LiveStreamOptions {
  open: () => EventSourceLike
  now: () => number
  /** A change was committed; its newest receipts come with it. */
  onChange: (change: LiveChange) => void
  /** The stream opened: whatever happened before, since the page was made or since the stream broke, was not told. */
  onGap: () => void
}

/** Two beats missed and some: the connection is dead though nobody said so. */
const DEAD_MS = SILENCE_MS + 10_000

/** Listens to `/api/live`: reconnects with growing pauses, watches for silence, and measures how far behind it is. */
export class LiveStream {
  #options: LiveStreamOptions
  #source: EventSourceLike | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #watchdog: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  /** Smallest difference seen between the two clocks: their offset plus the fastest trip. */
  #offset = Infinity
  /** Arrival of the oldest change that nobody has asked about yet, and of the oldest that is being asked about. */
  #waiting: number | null = null
  #asked: number | null = null
  #facts: LiveFacts = { open: false, heardAt: null, polledAt: null, waitingSince: null, delay: null, shownAt: null }
  #listeners = new Set<() => void>()

  constructor(options: LiveStreamOptions) {
    this.#options = options
  }

  get facts(): LiveFacts {
    return this.#facts
  }

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  start(): void {
    if (this.#source) return
    clearTimeout(this.#retry)
    const source = this.#options.open()
    this.#source = source
    const on = (type: string, hear: (data: unknown) => void) =>
      source.addEventListener(type, (event) => {
        if (this.#source === source) this.#hear(event.data, hear)
      })
    on('hello', (data) => this.#hello(liveHello.parse(data).at))
    on('beat', (data) => this.#measure(liveBeat.parse(data).at))
    on('change', (data) => this.#change(liveChange.parse(data)))
    source.addEventListener('error', () => this.#source === source && this.#lost())
    this.#watch()
  }

  stop(): void {
    clearTimeout(this.#retry)
    clearTimeout(this.#watchdog)
    this.#source?.close()
    this.#source = undefined
    this.#set({ open: false })
  }

  /** Reconnects now instead of after the pause: the network is back, or somebody looks again. */
  wake(): void {
    if (!this.#source) this.start()
  }

  /** The server is being asked: the answer will show everything told until now. */
  asking(): void {
    this.#asked = earlier(this.#asked, this.#waiting)
    this.#waiting = null
  }

  /** The answer is on the screen. What was told since `asking` is still waiting. */
  shown(askedAt: number): void {
    const now = this.#options.now()
    const measured = this.#asked === null ? {} : { delay: Math.max(0, now - this.#asked), shownAt: now }
    this.#asked = null
    this.#set({ polledAt: askedAt, ...measured, waitingSince: this.#waiting })
  }

  #hear(data: unknown, handle: (data: unknown) => void): void {
    try {
      handle(JSON.parse(String(data)))
    } catch {
      // An event of another version: only its news is lost, so ask for everything instead.
      this.#options.onGap()
    }
    this.#set({ open: true, heardAt: this.#options.now() })
    this.#watch()
  }

  #hello(at: string): void {
    this.#failures = 0
    this.#measure(at)
    this.#options.onGap()
  }

  #change(change: LiveChange): void {
    this.#measure(change.at)
    const arrived = Date.parse(change.committedAt) + this.#offset
    this.#waiting = earlier(this.#waiting, arrived)
    this.#set({ waitingSince: earlier(this.#asked, this.#waiting) })
    this.#options.onChange(change)
  }

  #measure(at: string): void {
    this.#offset = Math.min(this.#offset, this.#options.now() - Date.parse(at))
  }

  #lost(): void {
    this.#source?.close()
    this.#source = undefined
    clearTimeout(this.#watchdog)
    this.#offset = Infinity
    this.#set({ open: false })
    const pause = Math.min(500 * 2 ** this.#failures++, 15_000)
    // Spread out, so that all open pages do not come back in the same moment after a restart.
    this.#retry = setTimeout(() => this.start(), pause * (0.75 + Math.random() / 2))
  }

  #watch(): void {
    clearTimeout(this.#watchdog)
    this.#watchdog = setTimeout(() => this.#lost(), DEAD_MS)
  }

  #set(facts: Partial<LiveFacts>): void {
    this.#facts = { ...this.#facts, ...facts }
    for (const listener of this.#listeners) listener()
  }
}

function earlier(a: number | null, b: number | null): number | null {
  return a === null || b === null ? (a ?? b) : Math.min(a, b)
}
