import type { CodeOverride, OverrideListQuery } from '@/lib/contracts/codes'
import { getPool } from '@/lib/db/pool'
import { type Executor, sql } from '@/lib/db/sql'
import { OVERRIDE_COLUMNS, overrideRow, type StoredOverride, toCodeOverride } from './overrideRow'

const MOST = 1_000
const FROM = 'FROM code_override o LEFT JOIN connection c ON c.id = o.connection_id'

/** What was said of words and codes, in force or ended, newest first. */
export async function listOverrides(query: OverrideListQuery): Promise<CodeOverride[]> {
  const rows = await sql(
    overrideRow,
    `SELECT ${OVERRIDE_COLUMNS} ${FROM}
      WHERE ($1::text IS NULL OR o.adapter = $1) AND ($2::text IS NULL OR c.public_id = $2)
        AND ($3::text IS NULL OR o.kind = $3) AND ($4::text IS NULL OR o.code = $4)
      ORDER BY o.id DESC LIMIT ${MOST}`,
    [query.adapter ?? null, query.connection ?? null, query.kind ?? null, query.code ?? null],
  )
  return rows.map(toCodeOverride)
}

/** Those in force, of all providers. */
export function overridesInForce(): Promise<StoredOverride[]> {
  return sql(overrideRow, `SELECT ${OVERRIDE_COLUMNS} ${FROM} WHERE o.ended_at IS NULL ORDER BY o.id`)
}

/** One of them; undefined when there is none of this number. */
export async function findOverride(id: number, on: Executor = getPool()): Promise<StoredOverride | undefined> {
  const [found] = await sql(overrideRow, `SELECT ${OVERRIDE_COLUMNS} ${FROM} WHERE o.id = $1`, [id], on)
  return found
}
