import { randomInt } from 'node:crypto'
import type { z } from 'zod'
import type { sampleStarted } from '@/lib/contracts/connection'
import { processSingleton } from '@/lib/db/processSingleton'
import { readEnv, type Env } from '@/lib/env'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { log } from '@/lib/log'
import { steadyStarts } from '@/lib/simulate/plan'
import { simulate, type SimulateOptions } from '@/lib/simulate/simulate'
import { openSampleConnections } from '@/lib/simulate/simulatedConnections'
import { SIMULATED_PROVIDERS } from '@/lib/simulate/SimulatedProvider'

const OVER_SECONDS = 55

interface SampleRun {
  running: boolean
}

/**
 * Sends about `count` sample texts to this very server, over HTTP and through the same door as real ones, spread over
 * about a minute. Resolves when the sending has begun. Throws HttpProblem 409 while an earlier run is under way.
 * `baseUrl` is where this server listens; default: its own port.
 */
export async function sendSampleTraffic({
  count,
  baseUrl,
  overSeconds = OVER_SECONDS,
}: {
  count: number
  baseUrl?: string
  overSeconds?: number
}): Promise<z.output<typeof sampleStarted>> {
  const run = processSingleton<SampleRun>('sampleTraffic', () => ({ running: false }))
  if (run.running) throw new HttpProblem(409, 'Already sending', 'Sample traffic is being sent already. Wait a minute.')
  run.running = true
  try {
    const options = await prepare(count, overSeconds, baseUrl)
    void send(options).finally(() => (run.running = false))
    return { connections: options.connections.map((connection) => connection.id), messages: count }
  } catch (error) {
    run.running = false
    throw error
  }
}

async function prepare(count: number, overSeconds: number, baseUrl?: string): Promise<SimulateOptions> {
  const env = readEnv()
  const seed = randomInt(2 ** 32)
  return {
    url: baseUrl ?? ownUrl(env),
    publicUrl: env.publicUrl,
    connections: await openSampleConnections(SIMULATED_PROVIDERS),
    seed,
    starts: steadyStarts(count, count / overSeconds, seed),
    duplicates: 3,
    disorder: 3,
    failures: 9,
    delays: true,
    concurrency: 32,
    retries: 3,
  }
}

/** Never rejects: nobody waits for it. What was not taken is in the log, and on the Callbacks screen. */
async function send(options: SimulateOptions): Promise<void> {
  try {
    const { messages, callbacks, refused } = await simulate(options)
    log.info({ messages, callbacks, refused }, 'sample traffic was sent')
  } catch (error) {
    log.error({ err: error }, 'sample traffic could not be sent')
  }
}

function ownUrl({ host, port }: Env): string {
  const name = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${name.includes(':') ? `[${name}]` : name}:${port}`
}
