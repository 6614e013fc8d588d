import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import type { StoredJudgement } from './Rules'
import type { IdRange } from './idRanges'

/** Receipts of one connection that say the same: few kinds, however many receipts. */
export interface StoredGroup extends StoredJudgement {
  connectionId: number
  receipts: number
  /** What PostgreSQL makes of its columns: names the group in further questions. */
  hash: string
}

const row = z.object({
  connectionId: z.number(),
  rawStatus: z.string(),
  errorCode: z.string().nullable(),
  status: z.enum(STATUSES),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  adapterStatus: z.enum(STATUSES).nullable(),
  adapterClass: z.enum(FAILURE_CLASSES).nullable(),
  receipts: z.coerce.number(),
  hash: z.string(),
})

const COLUMNS = 'connection_id raw_status error_code status failure_class adapter_status adapter_class'
  .split(' ')
  .map((column) => `r.${column}`)
  .join(', ')

/** 64 bits over what makes a group, NULLs included; `r` is the receipt. */
export const GROUP_HASH = `hash_record_extended(ROW(${COLUMNS}), 0)`

/** The kinds of receipts that these connections have, in all messages or in those of the given ranges of ids. */
export async function storedGroups(
  client: PoolClient,
  connectionIds: readonly number[],
  ranges: readonly IdRange[] | null,
): Promise<StoredGroup[]> {
  const groups = await sql(
    row,
    // Hashed once per group, not once per receipt.
    `SELECT r.connection_id AS "connectionId", r.raw_status AS "rawStatus", r.error_code AS "errorCode", r.status,
            r.failure_class AS "failureClass", r.adapter_status AS "adapterStatus", r.adapter_class AS "adapterClass",
            r.receipts, ${GROUP_HASH} AS hash
       FROM (SELECT ${COLUMNS}, count(*) AS receipts FROM ${receiptsIn(ranges, '$2', '$3')}
              WHERE r.connection_id = ANY ($1::int[]) GROUP BY ${COLUMNS}) AS r`,
    [connectionIds, ...rangeValues(ranges)],
    client,
  )
  if (new Set(groups.map(({ hash }) => hash)).size !== groups.length)
    throw new Error('Two kinds of receipts have the same 64-bit hash.')
  return groups
}

/** `receipt r`, or only those of messages in the ranges that the two parameters hold. */
export function receiptsIn(ranges: readonly IdRange[] | null, lows: string, highs: string): string {
  if (!ranges) return 'receipt r'
  return `unnest(${lows}::bigint[], ${highs}::bigint[]) AS s (low, high)
          JOIN receipt r ON r.message_id BETWEEN s.low AND s.high`
}

export function rangeValues(ranges: readonly IdRange[] | null): number[][] {
  return ranges ? [ranges.map(({ low }) => low), ranges.map(({ high }) => high)] : []
}
