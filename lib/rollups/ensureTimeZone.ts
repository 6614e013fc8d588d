import type { Pool, PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { STATUSES } from '@/lib/status/status'
import { localDaySql } from './localDaySql'

const KEY = 'time_zone'
const sums = STATUSES.map((status) => `sum("${status}")`).join(', ')
const columns = STATUSES.map((status) => `"${status}"`).join(', ')
const DAY = localDaySql('bucket', '$1')
const PLACE = 'connection_id, country, carrier, purpose, location'

/**
 * Makes the day counters agree with the business's time zone and returns that zone. `wanted` is what the environment
 * asks for; undefined keeps the zone that the counters were built in, or takes `fallback` for an empty installation.
 * Quarter hours nest in the days of every zone, so a change of zone is an exact regrouping.
 */
export async function ensureTimeZone(pool: Pool, wanted: string | undefined, fallback: string): Promise<string> {
  return transaction(async (client) => {
    await client.query('SET LOCAL statement_timeout = 0')
    const [stored] = await sql(
      z.object({ value: z.string() }),
      'SELECT value FROM setting WHERE key = $1 FOR UPDATE',
      [KEY],
      client,
    )
    const zone = wanted ?? stored?.value ?? fallback
    if (zone === stored?.value) return zone
    await client.query(
      'INSERT INTO setting (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [KEY, zone],
    )
    if (stored) await regroupDays(client, zone)
    return zone
  }, pool)
}

async function regroupDays(client: PoolClient, zone: string): Promise<void> {
  await client.query('LOCK TABLE rollup, rollup_failure IN EXCLUSIVE MODE')
  await client.query(`DELETE FROM rollup WHERE grain = 'd'`)
  await client.query(`DELETE FROM rollup_failure WHERE grain = 'd'`)
  await client.query(
    `INSERT INTO rollup (grain, bucket, ${PLACE}, ${columns})
     SELECT 'd', ${DAY}, ${PLACE}, ${sums} FROM rollup WHERE grain = 'q' GROUP BY 2, ${PLACE}`,
    [zone],
  )
  await client.query(
    `INSERT INTO rollup_failure (grain, bucket, ${PLACE}, failure_class, messages)
     SELECT 'd', ${DAY}, ${PLACE}, failure_class, sum(messages) FROM rollup_failure WHERE grain = 'q'
      GROUP BY 2, ${PLACE}, failure_class`,
    [zone],
  )
}
