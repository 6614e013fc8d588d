import type { PoolClient } from 'pg'
import { z } from 'zod'
import { sql } from '@/lib/db/sql'
import { level } from '@/lib/status/compareReceipts'
import type { IdRange } from './idRanges'
import type { StoredJudgement } from './Rules'
import { rangeValues, receiptsIn, type StoredGroup } from './storedGroups'

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

/** What is asked about. */
export interface Question {
  groups: readonly StoredGroup[]
  /** The judgement of each group as it would be. */
  after: readonly StoredJudgement[]
  /** Positions of the groups that would be judged otherwise. */
  affected: ReadonlySet<number>
  ranges: readonly IdRange[] | null
  /** Ids of messages per signature at most. */
  examples: number
}

const MOST_GROUPS = 2 ** 16
/** With more messages than this looking each up would cost more than reading all. */
const LOOKED_UP_MOST = 100_000

/**
 * The messages that have a receipt of one of the affected groups, by signature. A join needs of the times only their order,
 * and mostly not even that, so a million messages come down to a few hundred signatures, and PostgreSQL does the work: the
 * process that answers callbacks is not held up by a million rows.
 */
export async function readSignatures(client: PoolClient, question: Question): Promise<Signature[]> {
  const { groups } = question
  if (groups.length > MOST_GROUPS) throw new Error(`${groups.length} kinds of receipts are too many to compare.`)
  const { untimed, timed } = await readUntimed(client, question)
  if (timed.length === 0) return untimed
  if (timed.length > LOOKED_UP_MOST) return readRanked(client, question, null)
  return [...untimed, ...(await readRanked(client, question, timed))]
}

const GROUP_COLUMNS = 'connection_id, raw_status, error_code, status, failure_class, adapter_status, adapter_class'
const GROUPS = `unnest($1::int[], $2::text[], $3::text[], $4::message_status[], $5::failure_class[],
  $6::message_status[], $7::failure_class[], $8::bigint[], $9::bool[], $10::int[], $11::int[])
  AS g (${GROUP_COLUMNS}, n, affected, level_before, level_after)`
const OF_GROUP = `g.connection_id = r.connection_id AND g.raw_status = r.raw_status AND g.status = r.status
  AND g.error_code IS NOT DISTINCT FROM r.error_code AND g.failure_class IS NOT DISTINCT FROM r.failure_class
  AND g.adapter_status IS NOT DISTINCT FROM r.adapter_status AND g.adapter_class IS NOT DISTINCT FROM r.adapter_class`

function valuesOf({ groups, after, affected, ranges }: Question): unknown[] {
  return [
    groups.map((group) => group.connectionId),
    groups.map((group) => group.rawStatus),
    groups.map((group) => group.errorCode),
    groups.map((group) => group.status),
    groups.map((group) => group.failureClass),
    groups.map((group) => group.adapterStatus),
    groups.map((group) => group.adapterClass),
    groups.map((_, index) => index),
    groups.map((_, index) => affected.has(index)),
    groups.map(({ status }) => 1 << level(status)),
    groups.map(({ status }, index) => 1 << level(after[index]?.status ?? status)),
    ...rangeValues(ranges),
  ]
}

const untimedRow = z.object({
  groups: z.array(z.coerce.number()).nullable(),
  messages: z.coerce.number(),
  ids: z.array(z.string()),
})

/**
 * Where all receipts of a message are of different levels, before and after, and speak of the whole text, times decide
 * nothing. The ids of the other messages come back as `timed`.
 */
async function readUntimed(client: PoolClient, question: Question): Promise<{ untimed: Signature[]; timed: string[] }> {
  const rows = await sql(
    untimedRow,
    `WITH said AS (
       SELECT message_id, array_agg(g.n ORDER BY g.n) AS groups,
              bool_or(r.part IS NOT NULL) OR bit_count(bit_or(g.level_before)::bit(8)) <> count(*)
                OR bit_count(bit_or(g.level_after)::bit(8)) <> count(*) AS is_timed
         FROM ${receiptsIn(question.ranges, '$12', '$13')} JOIN ${GROUPS} ON ${OF_GROUP}
        GROUP BY r.message_id HAVING bool_or(g.affected)
     )
     SELECT CASE WHEN NOT is_timed THEN groups END AS groups, count(*) AS messages,
            (array_agg(message_id))[1:CASE WHEN is_timed THEN ${LOOKED_UP_MOST + 1} ELSE ${question.examples} END]::text[] AS ids
       FROM said GROUP BY 1, is_timed`,
    valuesOf(question),
    client,
  )
  return {
    timed: rows.find(({ groups }) => groups === null)?.ids ?? [],
    untimed: rows.flatMap(({ groups, messages, ids }) =>
      groups === null ? [] : [{ receipts: groups.map(untimedReceipt), messages, examples: ids }],
    ),
  }
}

function untimedReceipt(group: number): SignedReceipt {
  return { group, rank: null, part: null, parts: null }
}

/** A receipt is one number: it sorts and compares faster than words. Parts have 12 bits each, groups 16, ranks the rest. */
const PART_AT = 12
const GROUP_AT = 24
const RANK_AT = 40

const rankedRow = z.object({
  signature: z.array(z.coerce.number()),
  messages: z.coerce.number(),
  examples: z.array(z.string()),
})

/** The affected messages, or those of these ids (all of them affected), with the rank of each time within its message. */
async function readRanked(client: PoolClient, question: Question, ids: readonly string[] | null): Promise<Signature[]> {
  const from = ids ? 'receipt r' : receiptsIn(question.ranges, '$12', '$13')
  const values = valuesOf(ids ? { ...question, ranges: null } : question)
  const rows = await sql(
    rankedRow,
    // In this operator family PostgreSQL goes from left to right: each shift needs its own parentheses.
    `WITH ranked AS (
       SELECT r.message_id, g.affected,
              CASE WHEN r.occurred_at IS NULL THEN 0
                   ELSE dense_rank() OVER (PARTITION BY r.message_id ORDER BY r.occurred_at) << ${RANK_AT} END
                | (g.n << ${GROUP_AT}) | (coalesce(r.part, 0)::bigint << ${PART_AT}) | coalesce(r.parts, 0)::bigint
                AS packed
         FROM ${from} JOIN ${GROUPS} ON ${OF_GROUP} ${ids ? 'WHERE r.message_id = ANY ($12::bigint[])' : ''}
     ), signed AS (
       SELECT message_id, array_agg(packed ORDER BY packed) AS signature
         FROM ranked GROUP BY message_id HAVING bool_or(affected)
     )
     SELECT signature, count(*) AS messages, ((array_agg(message_id))[1:${question.examples}])::text[] AS examples
       FROM signed GROUP BY signature`,
    ids ? [...values, ids] : values,
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
