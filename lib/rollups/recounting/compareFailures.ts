import type { PoolClient } from 'pg'
import { FAILURES } from '@/lib/status/status'
import { GRAIN_LETTERS, type GrainLetter } from '../buckets'
import type { Difference } from './Difference'
import { BUCKET_SQL, keySql, PLACE, SAME_PLACE } from './grains'
import { readDifferences } from './readDifferences'

/** Compares every counter of `rollup_failure` with the failed messages themselves. */
export async function compareFailures(client: PoolClient, days: readonly string[]): Promise<Difference[]> {
  const all: Difference[] = []
  for (const grain of GRAIN_LETTERS) {
    all.push(...(await readDifferences(client, 'rollup_failure', comparison(grain), [days, grain, FAILURES])))
  }
  return all
}

function comparison(grain: GrainLetter): string {
  const columns = `${PLACE.join(', ')}, failure_class`
  return `
    WITH counted AS (
      SELECT bucket, ${columns}, count(*) AS messages
        FROM (SELECT ${BUCKET_SQL[grain]} AS bucket, ${columns} FROM message
               WHERE status::text = ANY ($3) AND failure_class IS NOT NULL AND $1::timestamptz[] IS NOT NULL) failed
       GROUP BY bucket, ${columns}
    ), kept AS (
      SELECT * FROM rollup_failure WHERE grain = $2::text::bpchar
    )
    SELECT ${keySql(['failure_class'])} AS key, 'messages' AS "column",
           coalesce(counted.messages, 0) AS expected, coalesce(kept.messages, 0) AS found
      FROM counted FULL JOIN kept ON ${SAME_PLACE} AND counted.failure_class = kept.failure_class
     WHERE coalesce(counted.messages, 0) <> coalesce(kept.messages, 0)`
}
