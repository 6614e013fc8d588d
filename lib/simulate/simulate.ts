import { percentiles, type Latencies } from './percentiles'
import { plan, type PlanOptions } from './plan'
import { openTarget } from './sendRequest'
import { sendPlan, type SentCall } from './sendPlan'
import { requestTo } from './requestTo'
import type { SimulatedConnection } from './simulatedConnections'
import { isAccepted, tally, type Tally } from './tally'

export interface SimulateOptions extends Omit<PlanOptions, 'providers' | 'startAt'> {
  /** The server to send to. */
  url: string
  /** The URL that the server checks signatures against. */
  publicUrl: string
  /** The connections to play, one per provider at most. */
  connections: readonly SimulatedConnection[]
  /** How often each provider is chosen, by repetition. Default: all alike. */
  mix?: PlanOptions['providers']
  concurrency: number
  retries: number
  signal?: AbortSignal
}

/** What a run sent, and what the server must therefore show. */
export interface SimulationReport extends Tally {
  seed: number
  connections: { id: string; provider: string; name: string }[]
  /** Requests that were not answered 2xx, by what came back instead. */
  refused: { answer: string; count: number }[]
  latencyMs: Latencies | null
  seconds: number
}

/** Plays the providers against a running server, over HTTP and with genuine signatures, and reports what was sent. */
export async function simulate(options: SimulateOptions): Promise<SimulationReport> {
  const providers = options.mix ?? options.connections.map((connection) => connection.provider)
  const startedAt = performance.now()
  const calls = plan({ ...options, providers, startAt: Date.now() })
  const target = openTarget(options.url, options.concurrency)
  try {
    const sent = await sendPlan(calls, {
      ...options,
      target,
      requestFor: (call) => requestTo(options.connections, options.publicUrl, call, Date.now()),
    })
    return report(options, sent, (performance.now() - startedAt) / 1000)
  } finally {
    target.agent.destroy()
  }
}

function report(options: SimulateOptions, sent: readonly SentCall[], seconds: number): SimulationReport {
  return {
    seed: options.seed,
    ...tally(sent),
    connections: options.connections.map(({ id, provider, name }) => ({ id, provider, name })),
    refused: countRefused(sent),
    latencyMs: percentiles(sent.map(({ answer }) => answer.latencyMs)),
    seconds: Math.round(seconds * 100) / 100,
  }
}

function countRefused(sent: readonly SentCall[]): SimulationReport['refused'] {
  const counts = new Map<string, number>()
  for (const { answer } of sent) {
    if (isAccepted(answer.status)) continue
    const words = answer.status === null ? (answer.error ?? 'no answer') : `HTTP ${answer.status}`
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return [...counts].map(([answer, count]) => ({ answer, count }))
}
