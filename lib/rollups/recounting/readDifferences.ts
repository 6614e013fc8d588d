import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { MOST_DIFFERENCES, type Difference } from './Difference'

const row = z.object({
  key: z.record(z.string(), z.string()),
  column: z.string(),
  expected: z.coerce.string(),
  found: z.coerce.string(),
})

/** Runs a comparison whose rows are (key, column, expected, found). */
export async function readDifferences(
  client: PoolClient,
  table: Difference['table'],
  text: string,
  values: readonly unknown[] = [],
): Promise<Difference[]> {
  const rows = await sql(row, `${text} LIMIT ${MOST_DIFFERENCES}`, values, client)
  return rows.map((difference) => ({ table, ...difference }))
}
