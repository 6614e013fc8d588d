export interface Refresher {
  /** Something changed: refresh now, or as soon as it is allowed again. */
  request(): void
  stop(): void
}

/**
 * Runs `refresh` at once at the first request and then at most once per `interval` ms, never twice at a time, and
 * always once more after the last request, so that the end state is what is shown. Errors are `refresh`'s own business.
 */
export function createRefresher(refresh: () => Promise<unknown>, interval: number): Refresher {
  let wanted = false
  let running = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    timer = undefined
    wanted = false
    running = true
    const started = Date.now()
    await refresh().catch(() => undefined)
    running = false
    const rest = Math.max(0, interval - (Date.now() - started))
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
