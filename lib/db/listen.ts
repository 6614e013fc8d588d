import pg from 'pg'
import { setTimeout as delay } from 'node:timers/promises'
import { log } from '@/lib/log'

const RETRY_MS = [100, 250, 500, 1_000, 2_000]

export interface Listening {
  stop(): Promise<void>
}

/**
 * One connection that LISTENs for as long as the process lives. After a lost connection it comes back by itself and
 * calls `onGap`: what was notified meanwhile is unknown, so whoever listens must look again.
 */
export function listen(
  connectionString: string,
  channels: Readonly<Record<string, (payload: string) => void>>,
  onGap: () => void,
): Listening {
  let stopped = false
  let client: pg.Client | null = null

  async function connectOnce(): Promise<void> {
    const next = new pg.Client({ connectionString, application_name: 'landed-live', keepAlive: true })
    client = next
    const lost = new Promise<void>((resolve) => {
      next.once('end', resolve)
      next.once('error', () => resolve())
    })
    next.on('notification', ({ channel, payload }) => channels[channel]?.(payload ?? ''))
    await next.connect()
    for (const channel of Object.keys(channels)) await next.query(`LISTEN ${pg.escapeIdentifier(channel)}`)
    onGap()
    await lost
  }

  async function run(): Promise<void> {
    for (let attempt = 0; !stopped; attempt++) {
      try {
        await connectOnce()
        attempt = 0
      } catch (error) {
        if (attempt === 0 && !stopped) log.warn({ err: error }, 'live updates lost the database; trying again')
      }
      await client?.end().catch(() => undefined)
      if (!stopped) await delay(RETRY_MS[Math.min(attempt, RETRY_MS.length - 1)])
    }
  }

  void run()
  return {
    async stop() {
      stopped = true
      await client?.end().catch(() => undefined)
    },
  }
}
