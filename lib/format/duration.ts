/** A length of time in ms as a person says it: "0.4 s", "12 s", "3 min", "2 h 05", "4 days". Never negative. */
export function formatDuration(ms: number): string {
  const seconds = Math.max(0, ms) / 1000
  if (seconds < 9.95) return `${seconds.toFixed(1)} s`
  if (seconds < 99.5) return `${Math.round(seconds)} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} min`
  if (minutes < 48 * 60) return `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')}`
  return `${Math.floor(minutes / 1440)} days`
}

/** How long ago `at` was: "just now", "12 s ago", "3 min ago", "2 h 05 ago". */
export function formatAgo(at: Date | string, now: Date): string {
  const ms = now.getTime() - new Date(at).getTime()
  return ms < 2_000 ? 'just now' : `${formatDuration(Math.floor(ms / 1000) * 1000).replace(/\.0 s$/, ' s')} ago`
}
