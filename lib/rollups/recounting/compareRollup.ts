import type { PoolClient } from 'pg'
import { STATUSES } from '@/lib/status/status'
import { GRAIN_LETTERS, type GrainLetter } from '../buckets'
import type { Difference } from './Difference'
import { BUCKET_SQL, keySql, PLACE, SAME_PLACE } from './grains'
import { readDifferences } from './readDifferences'

/** Compares every counter of `rollup` with the messages themselves. A row of zeros equals no row. */
export async function compareRollup(client: PoolClient, days: readonly string[]): Promise<Difference[]> {
  const all: Difference[] = []
  for (const grain of GRAIN_LETTERS) {
    all.push(...(await readDifferences(client, 'rollup', comparison(grain), [days, grain])))
  }
  return all
}

function comparison(grain: GrainLetter): string {
  const counts = STATUSES.map((status) => `count(*) FILTER (WHERE status = '${status}') AS "${status}"`)
  const values = STATUSES.map(
    (status) => `('${status}', coalesce(counted."${status}", 0), coalesce(kept."${status}", 0))`,
  )
  return `
    WITH counted AS (
      SELECT ${BUCKET_SQL[grain]} AS bucket, ${PLACE.join(', ')}, ${counts.join(', ')}
        FROM message WHERE $1::timestamptz[] IS NOT NULL
       GROUP BY ${placeNumbers()}
    ), kept AS (
      SELECT * FROM rollup WHERE grain = $2::text::bpchar
    )
    SELECT ${keySql()} AS key, compared.status AS "column", compared.expected, compared.found
      FROM counted FULL JOIN kept ON ${SAME_PLACE}
     CROSS JOIN LATERAL (VALUES ${values.join(', ')}) compared(status, expected, found)
     WHERE compared.expected <> compared.found`
}

function placeNumbers(): string {
  return Array.from({ length: PLACE.length + 1 }, (_, index) => index + 1).join(', ')
}
