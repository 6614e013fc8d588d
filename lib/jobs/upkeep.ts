import type { Pool } from 'pg'
import { z } from 'zod'
import { purgeConnection } from '@/lib/connections/purgeConnection'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { log } from '@/lib/log'
import { dropOldPartitions, makePartitions } from './partitions'

const EVERY_MS = 60 * 60_000
/** Only one process at a time does upkeep; the others skip their turn. */
const UPKEEP_LOCK = 7002

/** One round: partitions made ahead and dropped by retention, data of removed connections deleted. */
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
  await purgeRemovedConnections(pool)
}

/** What a crash in the middle of `connections remove` left behind. */
async function purgeRemovedConnections(pool: Pool): Promise<void> {
  const orphans = await sql(
    z.object({ id: z.number() }),
    `SELECT DISTINCT connection_id AS id FROM rollup WHERE connection_id NOT IN (SELECT id FROM connection)`,
    [],
    pool,
  )
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
