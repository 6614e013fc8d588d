import type { PoolClient } from 'pg'
import { z } from 'zod'
import type { RejudgePreview } from '@/lib/contracts/codes'
import { sql } from '@/lib/db/sql'
import { transaction } from '@/lib/db/transaction'
import { type IdRange, spreadRanges } from './idRanges'
import { isDecidedAnew, isJudgedAnew, judgeAgain } from './judgeAgain'
import { joinSignature } from './joinSignature'
import { readExamples, type Example } from './readExamples'
import { readRules, type RulesByConnection, type Scope, type WhatIf } from './readRules'
import type { Judgement, StoredJudgement } from './Rules'
import { readSignatures, type Signature } from './signatures'
import { storedGroups } from './storedGroups'

/** With more messages than this a preview looks at a sample, so that it stays a matter of seconds. */
const EXACT_MESSAGES = 3_000_000
const SAMPLE_RANGES = 200
const SAMPLE_RANGE_SIZE = 2_500
const EXAMPLES = 20

/** For a question that may read every receipt: it gets two workers, room to sort, and an end. */
const SETTINGS = `SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY;
  SET LOCAL max_parallel_workers_per_gather = 2; SET LOCAL work_mem = '192MB'; SET LOCAL statement_timeout = '25s'`

export type Previewed = Omit<RejudgePreview, 'waiting' | 'tookMs'>

/**
 * What a change would do to the stored messages of its scope: each of them is joined anew from all of its receipts under
 * the rules as they would be. Changes nothing. Exact up to three million messages, beyond that a sample that says so.
 */
export function previewChange(scope: Scope, whatIf: WhatIf, most = EXACT_MESSAGES): Promise<Previewed> {
  return transaction(async (client) => {
    await client.query(SETTINGS)
    const rules = await readRules(client, scope, whatIf)
    const bounds = await readBounds(client)
    const isSampled = bounds.messages > most
    const ranges = isSampled ? spreadRanges(bounds.first, bounds.last, SAMPLE_RANGES, SAMPLE_RANGE_SIZE) : null
    // A plan for a table must not be chosen for a few pages of it.
    if (ranges) await client.query('SET LOCAL enable_seqscan = off')
    return look(client, rules, ranges, bounds)
  })
}

interface Bounds {
  first: number
  last: number
  messages: number
}

async function look(
  client: PoolClient,
  rules: RulesByConnection,
  ranges: readonly IdRange[] | null,
  bounds: Bounds,
): Promise<Previewed> {
  const groups = await storedGroups(client, [...rules.keys()], ranges)
  const after = groups.map((group): StoredJudgement => {
    const own = rules.get(group.connectionId)
    return own ? judgeAgain(group, own) : group
  })
  const affected = new Set(
    groups.flatMap((group, index) => (isJudgedAnew(group, after[index] ?? group) ? [index] : [])),
  )
  const signatures =
    affected.size > 0 ? await readSignatures(client, { groups, after, affected, ranges, examples: EXAMPLES }) : []
  const looked = ranges?.reduce((sum, { low, high }) => sum + high - low + 1, 0) ?? 0
  const span = bounds.last - bounds.first + 1
  const scale = ranges ? span / looked : 1
  const { changes, chosen } = collect(signatures, groups, after, scale)
  return {
    exact: ranges === null,
    receipts: scaled(
      [...affected].reduce((sum, index) => sum + (groups[index]?.receipts ?? 0), 0),
      scale,
    ),
    messages: changes.reduce((sum, change) => sum + change.messages, 0),
    changes,
    sample: ranges ? { ids: looked, ofIds: span } : null,
    examples: await readExamples(client, chosen),
  }
}

function collect(
  signatures: readonly Signature[],
  before: readonly StoredJudgement[],
  after: readonly StoredJudgement[],
  scale: number,
): { changes: Previewed['changes']; chosen: Example[] } {
  const counts = new Map<string, { from: Judgement; to: Judgement; messages: number; ids: string[] }>()
  for (const signature of signatures) {
    const [from, to] = [stateOf(signature, before), stateOf(signature, after)]
    if (!from || !to || !isDecidedAnew(from, to)) continue
    const key = [from.status, from.failureClass, to.status, to.failureClass].join(' ')
    const known = counts.get(key) ?? { from, to, messages: 0, ids: [] }
    counts.set(key, known)
    known.messages += signature.messages
    known.ids.push(...signature.examples.slice(0, EXAMPLES - known.ids.length))
  }
  const kinds = [...counts.values()].sort((a, b) => b.messages - a.messages)
  return {
    changes: kinds.map(({ from, to, messages }) => ({ from, to, messages: scaled(messages, scale) })),
    chosen: takeInTurn(kinds.map(({ ids, from, to }) => ids.map((id) => ({ id, from, to })))).slice(0, EXAMPLES),
  }
}

function stateOf(signature: Signature, judgements: readonly StoredJudgement[]): Judgement | null {
  const joined = joinSignature(signature, judgements)
  return joined && { status: joined.status, failureClass: joined.failureClass }
}

/** One of each kind, then the second of each: the rare kinds are the interesting ones. */
function takeInTurn<T>(lists: readonly T[][]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_, turn) => lists.flatMap((list) => list.slice(turn, turn + 1))).flat()
}

function scaled(count: number, scale: number): number {
  return Math.round(count * scale)
}

const boundsRow = z.object({
  first: z.coerce.number(),
  last: z.coerce.number(),
  messages: z.coerce.number(),
})

/** How many messages there are: PostgreSQL's own estimate, but never more than there are ids. */
async function readBounds(client: PoolClient): Promise<Bounds> {
  const [bounds] = await sql(
    boundsRow,
    `SELECT coalesce(min(id), 0) AS first, coalesce(max(id), 0) AS last,
            (SELECT CASE WHEN reltuples < 0 THEN 0 ELSE reltuples END FROM pg_class WHERE oid = 'message'::regclass)
              AS messages
       FROM message`,
    [],
    client,
  )
  if (!bounds) throw new Error('An aggregate without a row.')
  // Before the first ANALYZE the estimate is nothing.
  const span = bounds.last - bounds.first + 1
  return { ...bounds, messages: bounds.messages === 0 ? span : Math.min(bounds.messages, span) }
}
