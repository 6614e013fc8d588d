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

const row = z.object({ signature: z.string(), messages: z.coerce.number(), examples: z.array(z.string()) })

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
  const rows = await sql(
    row,
    `WITH ranked AS (
       SELECT r.message_id, g.n, g.affected, r.part, r.parts,
              CASE WHEN r.occurred_at IS NOT NULL
                   THEN dense_rank() OVER (PARTITION BY r.message_id ORDER BY r.occurred_at) END AS rank
         FROM ${receiptsIn(ranges, '$4', '$5')}
         JOIN unnest($1::bigint[], $2::int[], $3::bool[]) AS g (hash, n, affected) ON g.hash = ${GROUP_HASH}
     ), signed AS (
       SELECT message_id, string_agg(concat(n, ':', rank, ':', part, ':', parts), ','
                                     ORDER BY rank, n, part, parts) AS signature
         FROM ranked GROUP BY message_id HAVING bool_or(affected)
     )
     SELECT signature, count(*) AS messages, (array_agg(message_id::text))[1:${examples}] AS examples
       FROM signed GROUP BY signature`,
    [
      groups.map(({ hash }) => hash),
      groups.map((_, index) => index),
      groups.map((_, index) => affected.has(index)),
      ...rangeValues(ranges),
    ],
    client,
  )
  return rows.map(({ signature, ...rest }) => ({ ...rest, receipts: signature.split(',').map(readReceipt) }))
}

function readReceipt(text: string): SignedReceipt {
  const [group = '', rank = '', part = '', parts = ''] = text.split(':')
  return { group: Number(group), rank: numberOf(rank), part: numberOf(part), parts: numberOf(parts) }
}

function numberOf(text: string): number | null {
  return text === '' ? null : Number(text)
}
