import type { Pool } from 'pg'
import { z } from 'zod'
import { purgeConnection } from '@/lib/connections/purgeConnection'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { applyLeftPaused } from '@/lib/ingest/applyPaused'
import { log } from '@/lib/log'
import { dropOldPartitions, makePartitions } from './partitions'

const EVERY_MS = 60 * 60_000
/** Only one process at a time does upkeep; the others skip their turn. */
const UPKEEP_LOCK = 7002

/** A week of gauges is shown; a day more, so that its first hour is whole. */
const GAUGES_KEPT_MS = 8 * 24 * 3_600_000

const ORPHANS = `
  SELECT id FROM (SELECT DISTINCT connection_id AS id FROM rollup
            UNION SELECT DISTINCT connection_id FROM connection_minute
            UNION SELECT connection_id FROM new_code
            UNION SELECT connection_id FROM code_override
            UNION SELECT connection_id FROM rejudge_job) used
   WHERE id <> 0 AND id NOT IN (SELECT id FROM connection)`

/**
 * One round: partitions made ahead and dropped by retention; old gauges, replaced secrets and data of removed connections
 * deleted.
 */
export async function upkeep(pool: Pool, retentionDays: number, now: number): Promise<void> {
  const done = await transaction(async (client) => {
    const lock = await client.query<{ got: boolean }>('SELECT pg_try_advisory_xact_lock($1) AS got', [UPKEEP_LOCK])
    if (!lock.rows[0]?.got) return null
    return {
      made: await makePartitions(client, now),
      dropped: await dropOldPartitions(client, now, retentionDays),
    }
  }, pool)
  if (done && done.made.length + done.dropped.length > 0) log.info(done, 'partitions of raw callbacks')
  await dropOldGauges(pool, now)
  await forgetOldSecrets(pool, now)
  await purgeRemovedConnections(pool)
  await applyLeftPaused()
}

async function dropOldGauges(pool: Pool, now: number): Promise<void> {
  await pool.query('DELETE FROM connection_minute WHERE minute < $1', [new Date(now - GAUGES_KEPT_MS)])
}

/**
 * Secrets that a rotation replaced are of no use once their overlap is over: nothing that arrives is judged by them any
 * more. They are kept for one more round, for callbacks that arrived in time and are replayed late.
 */
async function forgetOldSecrets(pool: Pool, now: number): Promise<void> {
  const { rowCount } = await pool.query(
    `UPDATE connection SET previous_secrets = NULL, previous_until = NULL, previous_used_at = NULL
      WHERE previous_until < $1`,
    [new Date(now - EVERY_MS)],
  )
  if (rowCount) log.info({ connections: rowCount }, 'forgot secrets that were replaced')
}

/** What a crash in the middle of `connections remove` left behind. */
async function purgeRemovedConnections(pool: Pool): Promise<void> {
  const orphans = await sql(z.object({ id: z.number() }), ORPHANS, [], pool)
  for (const { id } of orphans) {
    const purged = await transaction((client) => purgeConnection(client, id), pool)
    log.info({ ...purged, connection: id }, 'deleted what a removed connection left behind')
  }
}

/** Runs upkeep every hour until stopped. A failed round is logged and tried again at the next. */
export function startUpkeep(pool: Pool, retentionDays: number): () => void {
  const timer = setInterval(() => {
    upkeep(pool, retentionDays, Date.now()).catch((error: unknown) => log.error({ err: error }, 'upkeep failed'))
  }, EVERY_MS)
  return () => clearInterval(timer)
}
