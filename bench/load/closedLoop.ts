import { HttpLane } from './HttpLane'
import { LatencyRecorder } from './LatencyRecorder'

export interface LoadResult {
  seconds: number
  requests: number
  perSecond: number
  p50: number
  p95: number
  p99: number
  max: number
  /** Answers by status. */
  statuses: Record<string, number>
}

/** Sends as fast as `connections` lanes get answers, for `seconds`. Bounded in time; loopback only. */
export async function closedLoop(
  port: number,
  connections: number,
  seconds: number,
  next: () => string,
): Promise<LoadResult> {
  const lanes = await Promise.all(Array.from({ length: connections }, () => HttpLane.open(port)))
  const latencies = new LatencyRecorder()
  const statuses: Record<string, number> = {}
  const started = performance.now()
  const end = started + seconds * 1000
  await Promise.all(
    lanes.map(async (lane) => {
      for (let now = performance.now(); now < end; now = performance.now()) {
        const status = await lane.send(next())
        latencies.add(performance.now() - now)
        statuses[status] = (statuses[status] ?? 0) + 1
      }
      lane.close()
    }),
  )
  const took = (performance.now() - started) / 1000
  return {
    seconds: took,
    requests: latencies.count,
    perSecond: latencies.count / took,
    p50: latencies.percentile(0.5),
    p95: latencies.percentile(0.95),
    p99: latencies.percentile(0.99),
    max: latencies.max,
    statuses,
  }
}
