import type { PoolClient } from 'pg'
import { STATUSES_OF_STATE } from '@/lib/status/state'
import type { Difference } from './Difference'
import { readDifferences } from './readDifferences'

const LISTED = [...STATUSES_OF_STATE.failed, ...STATUSES_OF_STATE.unconfirmed]
const CONTENT = ['cohort_at', 'status', 'failure_class'] as const

/** Compares the list of messages that did not land with the messages themselves, row by row. */
export function compareUnlanded(client: PoolClient): Promise<Difference[]> {
  const side = (name: string) => `CASE WHEN ${name} IS NULL THEN 'no row' ELSE concat_ws(' ', ${contentOf(name)}) END`
  return readDifferences(
    client,
    'unlanded',
    `WITH counted AS (
       SELECT id, ${CONTENT.join(', ')} FROM message WHERE status::text = ANY ($1)
     )
     SELECT jsonb_build_object('message_id', coalesce(counted.id, kept.message_id)::text) AS key, 'row' AS "column",
            ${side('counted')} AS expected, ${side('kept')} AS found
       FROM counted FULL JOIN unlanded kept ON counted.id = kept.message_id
      WHERE counted.id IS NULL OR kept.message_id IS NULL
         OR (${contentOf('counted')}) IS DISTINCT FROM (${contentOf('kept')})`,
    [LISTED],
  )
}

function contentOf(name: string): string {
  return CONTENT.map((column) => `${name}.${column}`).join(', ')
}
