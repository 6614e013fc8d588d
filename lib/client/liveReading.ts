/** What the stream of live events knows about itself. Times are ms of the browser's clock. */
export interface LiveFacts {
  /** True while the stream is open. */
  open: boolean
  /** When anything was last heard on the stream, a heartbeat included; null: nothing yet. */
  heardAt: number | null
  /** When the figures on screen were last confirmed by the server by asking; null: not yet. */
  polledAt: number | null
  /** Arrival of the oldest callback that is not yet on the screen; null: all shown. */
  waitingSince: number | null
  /** How long the latest change took from arrival at the server to this screen, ms; null: no change seen yet. */
  delay: number | null
  /** When that was measured. */
  shownAt: number | null
}

export interface LiveReading {
  state: 'connecting' | 'live' | 'behind' | 'offline'
  /** How far this screen is behind the server, ms; null where nobody can say. */
  behind: number | null
}

/** Beats come every 10 s; one may be late. */
export const SILENCE_MS = 15_000
/** More than this is no longer "while it happens". */
export const LATE_MS = 3_000

/** A slow change is history after this: everything is shown, and nothing newer was slow. */
const FORGET_MS = 5_000

/** What the screen may claim about its freshness at `now`. Never better than what was measured. */
export function liveReading(facts: LiveFacts, now: number): LiveReading {
  const { open, heardAt, polledAt } = facts
  if (open && heardAt !== null) {
    const silent = now - heardAt
    const behind = lag(facts, now)
    if (silent > SILENCE_MS) return { state: 'behind', behind: Math.max(silent, behind ?? 0) }
    return { state: (behind ?? 0) > LATE_MS ? 'behind' : 'live', behind }
  }
  const known = Math.max(heardAt ?? 0, polledAt ?? 0)
  if (known === 0) return { state: 'connecting', behind: null }
  const age = now - known
  if (age > SILENCE_MS) return { state: 'offline', behind: age }
  return { state: 'behind', behind: age }
}

function lag({ waitingSince, delay, shownAt }: LiveFacts, now: number): number | null {
  // While a change is on its way to the screen, its age counts as soon as it exceeds the usual delay.
  if (waitingSince !== null) return Math.max(0, now - waitingSince, delay ?? 0)
  const slow = delay !== null && delay > LATE_MS
  return slow && now - (shownAt ?? 0) > FORGET_MS ? null : delay
}
