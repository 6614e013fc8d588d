import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'
import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { sql } from '@/lib/db/sql'
import { log } from '@/lib/log'
import { remainingOf } from './openCallbacks'
import { replay } from './replay'

const CODE = 'paused'
const STEP = 200
/** Two processes that apply the same callbacks would count their receipts as duplicates. */
const APPLY_LOCK_CLASS = 7003
/** Until then every process knows that the connection was resumed, and none keeps a callback for it any more. */
const SETTLE_MS = 12_000

export interface ApplyProgress {
  /** Callbacks that were replayed so far, and how many follow, counted up to 100,000. */
  done: number
  left: number
}

/**
 * Applies what was kept of a connection while it was paused, oldest first, until nothing is left; ends early when it is
 * paused again. Returns how many were replayed; 0 at once where another process is doing it.
 */
export async function applyPaused(
  publicId: string,
  tell: (progress: ApplyProgress) => void = () => undefined,
): Promise<number> {
  const client = await getPool().connect()
  try {
    const key = [APPLY_LOCK_CLASS, publicId]
    const { rows } = await client.query<{ got: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS got', key)
    if (!rows[0]?.got) return 0
    try {
      return await applyAll(publicId, tell)
    } finally {
      await client.query('SELECT pg_advisory_unlock($1, hashtext($2))', key)
    }
  } finally {
    client.release()
  }
}

async function applyAll(connection: string, tell: (progress: ApplyProgress) => void): Promise<number> {
  let done = 0
  let after: string | undefined
  do {
    const step = await replay({ connection, code: CODE, limit: STEP, after })
    done += step.replayed
    after = step.next ?? undefined
    tell({ done, left: step.remaining })
    if (step.stillQuarantined.some(({ code }) => code === CODE)) return done
  } while (after !== undefined)
  return done
}

/**
 * The same in the background, and once more when the last process has heard of the resumption. Failures are logged; what
 * is left is taken up by the next upkeep.
 */
export function applyPausedSoon(publicId: string): void {
  const running = processSingleton('applyPaused', () => new Set<string>())
  if (running.has(publicId)) return
  running.add(publicId)
  void applyUntilSettled(publicId)
    .catch((error: unknown) => log.error({ err: error, connection: publicId }, 'kept callbacks could not be applied'))
    .finally(() => running.delete(publicId))
}

async function applyUntilSettled(publicId: string): Promise<void> {
  await applyPaused(publicId)
  await delay(SETTLE_MS, undefined, { ref: false })
  if ((await remainingOf({ connection: publicId, code: CODE }, '0')) > 0) await applyPaused(publicId)
}

/** Takes up what a process that ended left: for the start and the upkeep. */
export async function applyLeftPaused(): Promise<void> {
  const left = await sql(
    z.object({ id: z.string() }),
    `SELECT c.public_id AS id FROM connection c
      WHERE c.paused_at IS NULL AND EXISTS (SELECT 1 FROM quarantine q
        WHERE q.connection_id = c.id AND q.code = $1 AND q.resolved_at IS NULL)`,
    [CODE],
  )
  for (const { id } of left) applyPausedSoon(id)
}
