/** Percentiles of many latencies in constant memory: buckets 1 % wide from 10 µs to several minutes. */
export class LatencyRecorder {
  private readonly buckets = new Uint32Array(2_000)
  private total = 0
  private greatest = 0

  add(ms: number): void {
    const index = Math.max(0, Math.min(this.buckets.length - 1, Math.round(Math.log(ms / 0.01) / Math.log(1.01))))
    this.buckets[index] = (this.buckets[index] ?? 0) + 1
    this.total += 1
    if (ms > this.greatest) this.greatest = ms
  }

  get count(): number {
    return this.total
  }

  get max(): number {
    return this.greatest
  }

  /** In ms, within 1 %; `share` between 0 and 1. */
  percentile(share: number): number {
    let seen = 0
    for (let index = 0; index < this.buckets.length; index++) {
      seen += this.buckets[index] ?? 0
      if (seen >= share * this.total && seen > 0) return 0.01 * 1.01 ** index
    }
    return 0
  }
}
