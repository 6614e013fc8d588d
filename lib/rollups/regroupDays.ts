import type { PoolClient } from 'pg'
import { STATUSES } from '@/lib/status/status'
import { localDaySql } from './localDaySql'
import { readLocalDays } from './readLocalDays'

const PLACE = 'connection_id, country, carrier, purpose, location'
const DAY = localDaySql('bucket', '$1')
const columns = STATUSES.map((status) => `"${status}"`).join(', ')
const sums = STATUSES.map((status) => `sum("${status}")`).join(', ')

// Each of the four is one step down the primary key.
const BOUNDS = `
  SELECT least(${bound('min', 'rollup')}, ${bound('min', 'rollup_failure')}) AS first,
         greatest(${bound('max', 'rollup')}, ${bound('max', 'rollup_failure')}) AS last`

/**
 * Builds the day counters anew for the days of `timeZone`. Quarter hours nest in the days of every zone, so summing
 * them is exact. For a transaction: it keeps the counters locked against writers until that ends.
 */
export async function regroupDays(client: PoolClient, timeZone: string): Promise<void> {
  await client.query('LOCK TABLE rollup, rollup_failure IN EXCLUSIVE MODE')
  const days = await readLocalDays(client, BOUNDS, timeZone)
  await client.query(`DELETE FROM rollup WHERE grain = 'd'`)
  await client.query(`DELETE FROM rollup_failure WHERE grain = 'd'`)
  await client.query(
    `INSERT INTO rollup (grain, bucket, ${PLACE}, ${columns})
     SELECT 'd', ${DAY}, ${PLACE}, ${sums} FROM rollup WHERE grain = 'q' GROUP BY 2, ${PLACE}`,
    [days],
  )
  await client.query(
    `INSERT INTO rollup_failure (grain, bucket, ${PLACE}, failure_class, messages)
     SELECT 'd', ${DAY}, ${PLACE}, failure_class, sum(messages) FROM rollup_failure WHERE grain = 'q'
      GROUP BY 2, ${PLACE}, failure_class`,
    [days],
  )
}

function bound(end: 'min' | 'max', table: string): string {
  return `(SELECT ${end}(bucket) FROM ${table} WHERE grain = 'q')`
}
