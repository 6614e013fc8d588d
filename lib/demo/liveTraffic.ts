import { randomInt } from 'node:crypto'
import { simulate, type SimulationReport } from '@/lib/simulate/simulate'
import type { SimulatedConnection } from '@/lib/simulate/simulatedConnections'
import { steadyStarts } from '@/lib/simulate/plan'
import { sleep } from '@/lib/simulate/sleep'
import { BUSINESS_MIX, failuresWithDip } from './business'

const BLOCK_MS = 60_000
/** Texts; each gives two to three receipts. */
const PER_SECOND = { least: 0.7, most: 1.3 }

export interface LiveTraffic {
  url: string
  publicUrl: string
  connections: readonly SimulatedConnection[]
  signal: AbortSignal
  /** Called for each block of traffic that the server did not take completely. */
  onTrouble(report: SimulationReport): void
}

/** Texts of the present over HTTP, about one a second, until `signal` aborts; resolves when all is answered. */
export async function liveTraffic(options: LiveTraffic): Promise<void> {
  const blocks = new Set<Promise<void>>()
  while (!options.signal.aborted) {
    const block = sendBlock(options).finally(() => blocks.delete(block))
    blocks.add(block)
    // The next minute begins while the last receipts of this one are still on their way.
    await sleep(BLOCK_MS, options.signal)
  }
  await Promise.all(blocks)
}

async function sendBlock(options: LiveTraffic): Promise<void> {
  const seed = randomInt(2 ** 32)
  const perSecond = PER_SECOND.least + Math.random() * (PER_SECOND.most - PER_SECOND.least)
  const report = await simulate({
    ...options,
    mix: BUSINESS_MIX,
    seed,
    starts: steadyStarts(Math.round((perSecond * BLOCK_MS) / 1000), perSecond, seed),
    duplicates: 2,
    disorder: 3,
    failures: failuresWithDip(Date.now()),
    delays: true,
    concurrency: 32,
    retries: 3,
  })
  if (report.refused.length > 0) options.onTrouble(report)
}
