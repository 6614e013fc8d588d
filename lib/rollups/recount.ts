import type { Pool, PoolClient } from 'pg'
import { readLocalDays } from './readLocalDays'
import { compareFailures } from './recounting/compareFailures'
import { compareMessages } from './recounting/compareMessages'
import { compareRollup } from './recounting/compareRollup'
import { compareUnlanded } from './recounting/compareUnlanded'
import type { Difference } from './recounting/Difference'
import { readTimeZone } from './recounting/readTimeZone'

const MESSAGES = 'SELECT min(cohort_at) AS first, max(cohort_at) AS last FROM message'

export interface RecountOptions {
  /** Re-join about this many messages, chosen by chance, instead of all. Counters are always recounted in full. */
  sample?: number
}

/**
 * Recounts everything that Landed keeps counted, and reports what does not agree: the counters (`rollup`,
 * `rollup_failure`, all grains), the list of messages that did not land (`unlanded`), and the state of each message
 * against the join of its receipts. An empty list means: rollup = recount.
 *
 * Runs in one snapshot, so it may run while callbacks are being committed. Lists 10,000 differences per table at most.
 */
export async function recount(pool: Pool, options: RecountOptions = {}): Promise<Difference[]> {
  const client = await pool.connect()
  try {
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY')
    await client.query('SET LOCAL statement_timeout = 0')
    const differences = await compareAll(client, options)
    await client.query('COMMIT')
    client.release()
    return differences
  } catch (error) {
    // Destroyed rather than returned: its transaction is still open.
    client.release(true)
    throw error
  }
}

async function compareAll(client: PoolClient, options: RecountOptions): Promise<Difference[]> {
  const zone = await readTimeZone(client)
  if ('missing' in zone) return [zone.missing]
  const days = await readLocalDays(client, MESSAGES, zone.name)
  return [
    ...(await compareRollup(client, days)),
    ...(await compareFailures(client, days)),
    ...(await compareUnlanded(client)),
    ...(await compareMessages(client, options.sample)),
  ]
}
