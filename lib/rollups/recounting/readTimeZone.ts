import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import type { Difference } from './Difference'

const row = z.object({ zone: z.string().nullable(), counted: z.boolean() })

/** The time zone that the day counters were built in. Missing only matters once something was counted. */
export async function readTimeZone(client: PoolClient): Promise<{ name: string } | { missing: Difference }> {
  const [found] = await sql(
    row,
    `SELECT (SELECT value FROM setting WHERE key = 'time_zone') AS zone,
            EXISTS (SELECT 1 FROM message) OR EXISTS (SELECT 1 FROM rollup) AS counted`,
    [],
    client,
  )
  if (found?.zone) return { name: found.zone }
  if (!found?.counted) return { name: 'UTC' }
  const expected = 'the time zone that the day counters were built in'
  return { missing: { table: 'setting', key: { key: 'time_zone' }, column: 'value', expected, found: 'nothing' } }
}
