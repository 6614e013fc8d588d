import { z } from 'zod'
import type { Pool } from 'pg'
import { instantColumn, uuidColumn } from '@/lib/db/arrayColumn'
import { sql } from '@/lib/db/sql'
import type { IngestItem } from './types'

/**
 * Which callbacks of a batch are in the log already. Asked before a batch is tried again after its connection was lost:
 * the COMMIT may have succeeded without our hearing of it, and applying it twice would count every receipt as a duplicate.
 */
export async function alreadyLogged(pool: Pool, items: readonly IngestItem[]): Promise<Set<string>> {
  const rows = await sql(
    z.object({ id: z.string() }),
    `SELECT c.id FROM unnest($1::timestamptz[], $2::uuid[]) AS u (received_at, id)
       JOIN callback c ON c.received_at = u.received_at AND c.id = u.id`,
    [instantColumn(items, ({ callback }) => callback.receivedAt), uuidColumn(items, ({ callback }) => callback.id)],
    pool,
  )
  return new Set(rows.map((row) => row.id))
}
