import { z } from 'zod'
import { sql } from '@/lib/db/sql'

/** Which callbacks in quarantine: of one connection (its public id), with one code, or both; all without. */
export interface OpenFilter {
  connection?: string | undefined
  code?: string | undefined
}

/** Counting further would take longer than the step that it is the progress of. */
const COUNTED_MOST = 100_000

/** A callback counts once, at its oldest open entry, however many it has. */
const OPEN = `
    FROM quarantine q
   WHERE q.resolved_at IS NULL AND q.id > $1::bigint
     AND ($2::text IS NULL OR q.connection_id = (SELECT id FROM connection WHERE public_id = $2))
     AND ($3::text IS NULL OR q.code = $3)
     AND NOT EXISTS (SELECT 1 FROM quarantine p WHERE p.callback_id = q.callback_id AND p.id < q.id
                        AND p.resolved_at IS NULL AND ($3::text IS NULL OR p.code = $3))`

const idRow = z.object({ callbackId: z.string(), entry: z.string() })

/** The oldest open callbacks behind the entry `after`; `last` is where the next page begins. */
export async function openCallbacks(
  { connection, code }: OpenFilter,
  after: string,
  limit: number,
): Promise<{ ids: string[]; last: string | undefined }> {
  const rows = await sql(
    idRow,
    `SELECT q.callback_id AS "callbackId", q.id::text AS entry ${OPEN} ORDER BY q.id LIMIT $4`,
    [after, connection ?? null, code ?? null, limit],
  )
  return { ids: rows.map(({ callbackId }) => callbackId), last: rows.at(-1)?.entry }
}

/** How many follow behind `after`, counted up to 100,000. */
export async function remainingOf({ connection, code }: OpenFilter, after: string): Promise<number> {
  const [row] = await sql(
    z.object({ n: z.coerce.number() }),
    `SELECT count(*) AS n FROM (SELECT 1 ${OPEN} LIMIT ${COUNTED_MOST}) counted`,
    [after, connection ?? null, code ?? null],
  )
  return row?.n ?? 0
}
