/** Aborts at the first SIGINT or SIGTERM, so that what is under way can end cleanly. A second one ends at once. */
export function onInterrupt(): AbortSignal {
  const controller = new AbortController()
  const stop = () => controller.abort()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  return controller.signal
}
