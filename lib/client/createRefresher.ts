export interface Refresher {
  /** Something changed: refresh now, or as soon as it is allowed again. */
  request(): void
  stop(): void
}

/** However often it fails, it is tried again this soon. */
const LONGEST_MS = 10_000

/**
 * Runs `refresh` at once at the first request and then at most once per `interval` ms, never twice at a time, and
 * always once more after the last request, so that the end state is what is shown. `refresh` says whether it succeeded; while
 * it does not, the pauses grow.
 */
export function createRefresher(refresh: () => Promise<boolean>, interval: number): Refresher {
  let pause = interval
  let wanted = false
  let running = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    timer = undefined
    wanted = false
    running = true
    const started = Date.now()
    const succeeded = await refresh().catch(() => false)
    running = false
    pause = succeeded ? interval : Math.min(pause * 2, LONGEST_MS)
    const rest = Math.max(0, pause - (Date.now() - started))
    // The timer stands even when nothing is wanted yet: it is what keeps the next request from coming too soon.
    if (!stopped) timer = setTimeout(() => (wanted ? void run() : (timer = undefined)), rest)
  }
  return {
    request() {
      if (stopped) return
      wanted = true
      if (!running && timer === undefined) void run()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
    },
  }
}
