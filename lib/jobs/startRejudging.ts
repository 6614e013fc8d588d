import { createIngestPool } from '@/lib/db/pool'
import { runJobs } from '@/lib/dictionary/rejudge/runJobs'
import { subscribe } from '@/lib/live/hub'
import { log } from '@/lib/log'

const EVERY_MS = 3_000
/**
 * After this time every process knows of a change: one that missed the notification reads the connections again after ten
 * seconds, and what it had read before is committed or refused within eight more.
 */
const SETTLE_MS = 20_000

/**
 * Works on jobs that judge stored receipts again, as soon as there is one and no other process is at it. Returns how to
 * stop: the transaction at hand is finished, the job goes on where it stood at the next start.
 */
export function startRejudging(databaseUrl: string): () => Promise<void> {
  const pool = createIngestPool(databaseUrl, 1)
  const stopping = new AbortController()
  let running: Promise<void> | null = null
  const look = () => {
    if (stopping.signal.aborted) return
    running ??= runJobs(pool, { settleMs: SETTLE_MS, signal: stopping.signal })
      .then(() => undefined)
      .catch((error: unknown) => log.warn({ err: error }, 'judging stored receipts again was interrupted; it goes on'))
      .finally(() => (running = null))
  }
  const timer = setInterval(look, EVERY_MS)
  const unsubscribe = subscribe((change) => change.connections && look())
  look()
  return async () => {
    stopping.abort()
    clearInterval(timer)
    unsubscribe()
    await running
    await pool.end()
  }
}
