import { randomInt } from 'node:crypto'
import { steadyStarts } from '@/lib/simulate/plan'
import { simulate, type SimulationReport } from '@/lib/simulate/simulate'
import { openOneConnection, openSampleConnections } from '@/lib/simulate/simulatedConnections'
import { isSimulated, SIMULATED_PROVIDERS } from '@/lib/simulate/SimulatedProvider'
import { printResult } from '../printResult'
import { withDatabase } from '../withDatabase'
import { awaitServer } from './awaitServer'
import { describeReport } from './describeReport'
import { onInterrupt } from './onInterrupt'
import { signingUrl } from './signingUrl'
import { readEnv } from '@/lib/env'

export interface SimulationOptions {
  url?: string
  publicUrl?: string
  provider: string
  connection?: string
  rate: number
  count: number
  seed?: number
  duplicates: number
  disorder: number
  failures: number
  concurrency: number
  retries: number
  delay: boolean
  json?: boolean
}

/** `landed simulate`: exit code 1 when the server did not take every callback. */
export async function runSimulation(options: SimulationOptions): Promise<void> {
  const url = options.url ?? `http://localhost:${readEnv().port}`
  // Asked first: without a server there is nothing to do, and no database is started for nothing.
  await awaitServer(url)
  const report = await withDatabase(() => play(options, url))
  printResult(options.json, report, describeReport(report))
  if (report.refused.length > 0) process.exitCode = 1
}

async function play(options: SimulationOptions, url: string): Promise<SimulationReport> {
  const { seed = randomInt(2 ** 32), count, rate, delay: delays, ...rest } = options
  return simulate({
    ...rest,
    url,
    publicUrl: signingUrl(url, options.publicUrl),
    connections: await connectionsOf(options),
    seed,
    starts: steadyStarts(count, rate, seed),
    delays,
    signal: onInterrupt(),
  })
}

async function connectionsOf({ connection, provider }: SimulationOptions) {
  if (connection) return [await openOneConnection(connection)]
  return openSampleConnections(isSimulated(provider) ? [provider] : SIMULATED_PROVIDERS)
}
