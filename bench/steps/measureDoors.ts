import { createConnection } from '@/lib/connections/createConnection'
import { BenchServer } from '../BenchServer'
import { atLeast, atMost, type Figure } from '../Figure'
import { closedLoop, type LoadResult } from '../load/closedLoop'
import { TwilioTraffic } from '../load/TwilioTraffic'
import type { Scale } from '../Scale'
import { useDatabase } from '../useDatabase'
import { liveLatency } from './liveLatency'

const PORT = 4790
const CONNECTIONS = 64
const LIVE_PER_SECOND = 500
const AUTH_TOKEN = 'b'.repeat(32)
/** A route handler of Next that does nothing: what Next itself costs. */
const EMPTY = `GET /api/health/live HTTP/1.1\r\nHost: localhost:${PORT}\r\n\r\n`

/** Both doors and the live stream of the real server, from the outside. */
export async function measureDoors(databaseUrl: string, env: Record<string, string>, scale: Scale): Promise<Figure[]> {
  await useDatabase(databaseUrl)
  const fast = await withServer({ ...env, DATABASE_URL: databaseUrl }, async (server) => {
    const traffic = await newTraffic()
    await closedLoop(PORT, CONNECTIONS, 3, () => traffic.next())
    const sustained = expectStored(await closedLoop(PORT, CONNECTIONS, scale.sustainedSeconds, () => traffic.next()))
    const live = await liveLatency(PORT, traffic, LIVE_PER_SECOND, scale.shortSeconds)
    const empty = await closedLoop(PORT, CONNECTIONS, scale.shortSeconds, () => EMPTY)
    return { sustained, live, empty, residentMiB: () => server.maxResidentMiB }
  })
  const next = await withServer({ ...env, DATABASE_URL: databaseUrl, LANDED_FAST_DOOR: 'off' }, async () => {
    const traffic = await newTraffic()
    await closedLoop(PORT, CONNECTIONS, 3, () => EMPTY)
    const empty = await closedLoop(PORT, CONNECTIONS, scale.shortSeconds, () => EMPTY)
    const door = expectStored(await closedLoop(PORT, CONNECTIONS, scale.shortSeconds, () => traffic.next()))
    return { empty, door }
  })
  return [
    atLeast(
      `fast door, ${Math.round(fast.sustained.seconds)} s sustained, answered after commit`,
      fast.sustained.perSecond,
      10_000,
      'callbacks/s',
    ),
    atMost('fast door, p99', fast.sustained.p99, 100, 'ms'),
    atLeast('fast door ÷ empty Next handler', fast.sustained.perSecond / fast.empty.perSecond, 6, '×'),
    atLeast("Next's door ÷ its own empty handler", next.door.perSecond / next.empty.perSecond, 0.8, '×'),
    atMost(
      `POST to event on an open stream, p95, at ${LIVE_PER_SECOND} callbacks/s`,
      fast.live.percentile(0.95),
      300,
      'ms',
    ),
    atMost('app process, largest resident size', fast.residentMiB(), 450, 'MiB'),
  ]
}

async function newTraffic(): Promise<TwilioTraffic> {
  const { callbackUrl } = await createConnection({
    adapter: 'twilio',
    name: 'Bench',
    secrets: { authToken: AUTH_TOKEN },
  })
  const { origin, pathname } = new URL(callbackUrl)
  return new TwilioTraffic({ port: PORT, path: pathname, publicUrl: origin, authToken: AUTH_TOKEN })
}

async function withServer<T>(env: Record<string, string>, run: (server: BenchServer) => Promise<T>): Promise<T> {
  const server = await BenchServer.start(PORT, env)
  try {
    return await run(server)
  } finally {
    await server.stop()
  }
}

/** A rate of refusals would be worth nothing. */
function expectStored(result: LoadResult): LoadResult {
  const others = Object.keys(result.statuses).filter((status) => !/^20[04]$/.test(status))
  if (others.length > 0) throw new Error(`Not every callback was stored: ${JSON.stringify(result.statuses)}`)
  return result
}
