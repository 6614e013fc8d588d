import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import next from 'next'
import { reload } from '@/lib/connections/directory'
import { getPool } from '@/lib/db/pool'
import { readEnv, type Env } from '@/lib/env'
import { mayAnswer } from '@/lib/http/localOnly'
import { CALLBACK_PREFIX } from '@/lib/ingest/callbackTarget'
import { fastDoor } from '@/lib/ingest/fastDoor'
import { getBatcher } from '@/lib/ingest/getBatcher'
import { getRefusals } from '@/lib/ingest/getRefusals'
import { TARGET_HEADER } from '@/lib/ingest/limits'
import { startRejudging } from '@/lib/jobs/startRejudging'
import { startUpkeep, upkeep } from '@/lib/jobs/upkeep'
import { startLive, stopLive } from '@/lib/live/hub'
import { log } from '@/lib/log'
import { getGauges } from '@/lib/observe/getGauges'
import { ensureTimeZone } from '@/lib/rollups/ensureTimeZone'
import { StartProblem } from '@/lib/StartProblem'

/*
 * Next's custom server. Callbacks go straight to lib/ingest on node:http (the fast door), all else to Next.
 * Started by scripts/start, which has set DATABASE_URL and applied the migrations.
 */

const DRAIN_MS = 20_000
type Handler = (request: IncomingMessage, response: ServerResponse) => unknown

async function main(): Promise<void> {
  const env = readEnv()
  // Before anything reads the zone: one place decides it, for counters, charts and screens alike.
  process.env['LANDED_TIME_ZONE'] = await ensureTimeZone(
    getPool(),
    process.env['LANDED_TIME_ZONE'] || undefined,
    env.timeZone,
  )
  await upkeep(getPool(), env.rawRetentionDays, Date.now())
  await reload()
  startLive()
  const screens = prepareNext(env)
  const server = createServer(dispatcher(env, screens))
  server.keepAliveTimeout = 75_000
  server.requestTimeout = 30_000
  await listenOn(server, env)
  const stopUpkeep = startUpkeep(getPool(), env.rawRetentionDays)
  const stopRejudging = startRejudging(process.env['DATABASE_URL'] ?? '')
  stopOnSignal(server, async () => {
    stopUpkeep()
    await stopRejudging()
  })
  await screens
  log.info(
    { url: `http://localhost:${env.port}`, publicUrl: env.publicUrl, timeZone: process.env['LANDED_TIME_ZONE'] },
    'Landed is ready',
  )
}

async function prepareNext(env: Env): Promise<Handler> {
  const app = next({ dev: process.env['LANDED_DEV'] === '1', hostname: 'localhost', port: env.port })
  await app.prepare()
  return app.getRequestHandler()
}

function dispatcher(env: Env, screens: Promise<Handler>): Handler {
  return (request, response) => {
    const isCallback = request.url?.startsWith(CALLBACK_PREFIX) ?? false
    if (isCallback && env.fastDoor) return fastDoor(request, response)
    if (!mayAnswer(request)) return refuseStranger(response)
    delete request.headers[TARGET_HEADER]
    if (isCallback) request.headers[TARGET_HEADER] = request.url
    screens.then(
      (handle) => handle(request, response),
      () => response.writeHead(503).end(),
    )
  }
}

function refuseStranger(response: ServerResponse): void {
  const detail = 'Until people can sign in, Landed shows itself only to the machine it runs on, at http://localhost.'
  const body = JSON.stringify({ type: 'about:blank', title: 'Only from this machine', status: 403, detail })
  response.writeHead(403, { 'content-type': 'application/problem+json', connection: 'close' }).end(body)
}

function listenOn(server: Server, env: Env): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = `Port ${env.port} is in use. Stop what uses it, or choose another with PORT=…`
      reject(error.code === 'EADDRINUSE' ? new StartProblem(taken) : error)
    })
    server.listen(env.port, env.host, () => resolve())
  })
}

/** Answers what has arrived, commits what is open, then leaves. A second signal leaves at once. */
function stopOnSignal(server: Server, stopJobs: () => Promise<void>): void {
  let stopping = false
  const stop = (signal: string) => {
    if (stopping) process.exit(1)
    stopping = true
    log.info({ signal }, 'stopping')
    const jobs = stopJobs()
    setTimeout(() => process.exit(1), DRAIN_MS).unref()
    void drain(server, jobs).then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'could not stop cleanly')
        process.exit(1)
      },
    )
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
}

async function drain(server: Server, jobs: Promise<void>): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()))
  server.closeIdleConnections()
  await getBatcher().drain()
  await getRefusals().drain()
  await getGauges().drain()
  await jobs
  await stopLive()
  // Live streams never end by themselves; callbacks that were open have been answered by now.
  setTimeout(() => server.closeAllConnections(), 200)
  await closed
  await getPool().end()
}

main().catch((error: unknown) => {
  const isClear = error instanceof StartProblem
  process.stderr.write(`${isClear ? error.message : String((error as Error)?.stack ?? error)}\n`)
  process.exit(1)
})
