import type { Pool } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { regroupDays } from './regroupDays'

const KEY = 'time_zone'

/**
 * Makes the day counters agree with the business's time zone and returns that zone. `wanted` is what the environment
 * asks for; undefined keeps the zone that the counters were built in, or takes `fallback` for an empty installation.
 * A change of zone is an exact regrouping.
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
