/** Latencies of a run, milliseconds. */
export interface Latencies {
  p50: number
  p95: number
  p99: number
  max: number
}

/** The usual percentiles (nearest rank) of measured values; null when there are none. */
export function percentiles(values: readonly number[]): Latencies | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  const rank = (share: number) => round(sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0)
  return { p50: rank(0.5), p95: rank(0.95), p99: rank(0.99), max: rank(1) }
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
