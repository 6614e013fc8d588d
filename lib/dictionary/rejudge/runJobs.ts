import type { Pool, PoolClient } from 'pg'
import { announceConnections } from '@/lib/connections/announceConnections'
import { log } from '@/lib/log'
import { endJob, type Job, takeJob } from './job'
import { type RunOptions, runJob } from './runJob'
import { Stopped } from './Stopped'

/** Held by the session that works on jobs: one per database. It goes with the session, however that ends. */
const REJUDGE_LOCK = 7003

/**
 * Does every job that waits or was left behind, oldest first, unless another process is at it. Returns how many it ended.
 * Throws what pg throws when the database goes away: the job goes on at the next call, here or elsewhere.
 */
export async function runJobs(pool: Pool, options: RunOptions): Promise<number> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    const lock = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1) AS got', [REJUDGE_LOCK])
    if (!lock.rows[0]?.got) return 0
    const ended = await runAll(client, options)
    await client.query('SELECT pg_advisory_unlock($1)', [REJUDGE_LOCK])
    return ended
  } catch (error) {
    broken = error instanceof Error ? error : new Error(String(error))
    throw error
  } finally {
    // A broken session is not given back: its lock must go with it.
    client.release(broken)
  }
}

async function runAll(client: PoolClient, options: RunOptions): Promise<number> {
  let ended = 0
  for (let job = await takeJob(client); job && !options.signal.aborted; job = await takeJob(client)) {
    await runOne(client, job, options)
    ended += 1
  }
  return ended
}

async function runOne(client: PoolClient, job: Job, options: RunOptions): Promise<void> {
  try {
    await runJob(client, job, options)
    await endJob(client, job, 'done', null)
    log.info({ job: job.id, ms: Date.now() - job.startedAt }, 'stored receipts were judged again')
  } catch (error) {
    if (error instanceof Stopped) return
    if (isAway(error)) throw error
    log.error({ err: error, job: job.id }, 'stored receipts could not be judged again')
    await endJob(client, job, 'failed', error instanceof Error ? error.message : String(error))
  } finally {
    if (!options.signal.aborted) await announceConnections().catch(logUnheard)
  }
}

/** The session or its server is gone: nothing is wrong with the job. */
function isAway(error: unknown): boolean {
  const code = (error as { code?: unknown }).code
  if (typeof code !== 'string') return error instanceof Error && /terminated|not queryable|ended/i.test(error.message)
  return code.startsWith('08') || code.startsWith('57P') || /^E[A-Z]+$/.test(code)
}

function logUnheard(error: unknown): void {
  log.warn({ err: error }, 'processes could not be told that a job ended; they will see it by themselves')
}
