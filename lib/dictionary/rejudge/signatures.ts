import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import type { IdRange } from './idRanges'
import { GROUP_HASH, rangeValues, receiptsIn, type StoredGroup } from './storedGroups'

/** One receipt of a signature: a group, and where it stands among the others of its message. */
export interface SignedReceipt {
  /** Position in the list of groups. */
  group: number
  /** Rank of its time within the message, from 1; null without a time. Only the order of times decides a join. */
  rank: number | null
  part: number | null
  parts: number | null
}

/** Messages whose receipts are the same but for what no join looks at. */
export interface Signature {
  receipts: SignedReceipt[]
  messages: number
  /** Ids of some of them. */
  examples: string[]
}

/** A receipt is one number: it sorts and compares faster than words. Parts have 12 bits each, groups 16, ranks the rest. */
const PART_AT = 12
const GROUP_AT = 24
const RANK_AT = 40
const MOST_GROUPS = 2 ** (RANK_AT - GROUP_AT)

const row = z.object({
  signature: z.array(z.coerce.number()),
  messages: z.coerce.number(),
  examples: z.array(z.string()),
})

/**
 * The messages that have a receipt of one of the `affected` groups (positions in `groups`), by signature. A join needs of
 * the times only their order, so a million messages come down to a few hundred signatures, and PostgreSQL does the work:
 * the process that answers callbacks is not held up by a million rows.
 */
export async function readSignatures(
  client: PoolClient,
  groups: readonly StoredGroup[],
  affected: ReadonlySet<number>,
  ranges: readonly IdRange[] | null,
  examples: number,
): Promise<Signature[]> {
  if (groups.length > MOST_GROUPS) throw new Error(`${groups.length} kinds of receipts are too many to compare.`)
  const rows = await sql(
    row,
    `WITH ranked AS (
       SELECT r.message_id, g.affected,
              CASE WHEN r.occurred_at IS NULL THEN 0
                   ELSE dense_rank() OVER (PARTITION BY r.message_id ORDER BY r.occurred_at) << ${RANK_AT} END
                | (g.n << ${GROUP_AT}) | (coalesce(r.part, 0)::bigint << ${PART_AT}) | coalesce(r.parts, 0)::bigint
                AS packed
         FROM ${receiptsIn(ranges, '$4', '$5')}
         JOIN unnest($1::bigint[], $2::bigint[], $3::bool[]) AS g (hash, n, affected) ON g.hash = ${GROUP_HASH}
     ), signed AS (
       SELECT message_id, array_agg(packed ORDER BY packed) AS signature
         FROM ranked GROUP BY message_id HAVING bool_or(affected)
     )
     SELECT signature, count(*) AS messages, ((array_agg(message_id))[1:${examples}])::text[] AS examples
       FROM signed GROUP BY signature`,
    [
      groups.map(({ hash }) => hash),
      groups.map((_, index) => index),
      groups.map((_, index) => affected.has(index)),
      ...rangeValues(ranges),
    ],
    client,
  )
  return rows.map(({ signature, ...rest }) => ({ ...rest, receipts: signature.map(unpack) }))
}

function unpack(packed: number): SignedReceipt {
  const field = (at: number, bits: number) => Math.floor(packed / 2 ** at) % 2 ** bits
  return {
    group: field(GROUP_AT, RANK_AT - GROUP_AT),
    rank: Math.floor(packed / 2 ** RANK_AT) || null,
    part: field(PART_AT, GROUP_AT - PART_AT) || null,
    parts: field(0, PART_AT) || null,
  }
}
