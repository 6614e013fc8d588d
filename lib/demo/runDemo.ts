import { randomInt } from 'node:crypto'
import { readEnv } from '@/lib/env'
import { getBatcher } from '@/lib/ingest/getBatcher'
import { plan } from '@/lib/simulate/plan'
import type { SimulationReport } from '@/lib/simulate/simulate'
import { openSampleConnections, type SimulatedConnection } from '@/lib/simulate/simulatedConnections'
import { SIMULATED_PROVIDERS } from '@/lib/simulate/SimulatedProvider'
import { BUSINESS_MIX, BUSINESS_NAMES, failuresWithDip } from './business'
import { dayCurveStarts } from './dayCurve'
import { gapToFill } from './gapToFill'
import { liveTraffic } from './liveTraffic'
import { writeHistory } from './writeHistory'

const TEXTS_PER_DAY = 12_000

export interface DemoOptions {
  url: string
  publicUrl: string
  signal: AbortSignal
  say(sentence: string): void
}

/** The sample business: made once, its last day filled in, then alive until `signal` aborts. */
export async function runDemo({ say, ...options }: DemoOptions): Promise<void> {
  const connections = await openSampleConnections(SIMULATED_PROVIDERS, (provider) => BUSINESS_NAMES[provider])
  const written = await fillHistory(connections, options.signal)
  if (written > 0) say(`The sample business has a history of ${written} texts now.`)
  if (options.signal.aborted) return
  say(`Sample texts are on their way, about three receipts a second. Watch them at ${options.url}`)
  await liveTraffic({ ...options, connections, onTrouble: (report) => say(trouble(report)) })
}

async function fillHistory(connections: readonly SimulatedConnection[], signal: AbortSignal): Promise<number> {
  const now = Date.now()
  const from = await gapToFill(connections, now)
  if (from === null) return 0
  const seed = randomInt(2 ** 32)
  const starts = dayCurveStarts(from, now, TEXTS_PER_DAY, readEnv().timeZone, seed)
  const failures = failuresWithDip(now)
  const calls = plan({
    seed,
    providers: BUSINESS_MIX,
    starts,
    startAt: from,
    duplicates: 2,
    disorder: 3,
    failures,
    delays: true,
  })
  const past = calls.filter((call) => from + call.afterMs < now)
  await writeHistory(past, from, connections, signal)
  await getBatcher().drain()
  return new Set(past.map((call) => call.message)).size
}

function trouble({ refused }: SimulationReport): string {
  return `Not taken by the server: ${refused.map(({ answer, count }) => `${count} callbacks (${answer})`).join(', ')}.`
}
