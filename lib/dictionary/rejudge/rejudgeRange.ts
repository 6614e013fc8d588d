import type { PoolClient } from 'pg'
import { z } from 'zod'
import { CONNECTION_LOCK_CLASS } from '@/lib/connections/removalLock'
import { sql } from '@/lib/db/sql'
import { announceChange } from '@/lib/live/announceChange'
import { inTransaction } from './inTransaction'
import type { IdRange } from './idRanges'
import { isJudgedAnew, judgeAgain } from './judgeAgain'
import { type Job, noteProgress } from './job'
import type { MessageKey } from './lockStored'
import { readRules, type RulesByConnection } from './readRules'
import { rejudgeMessages } from './rejudgeMessages'
import { Stopped } from './Stopped'
import { GROUP_HASH, storedGroups } from './storedGroups'

/** Messages in one transaction: callbacks for them wait as long as it takes. */
const MESSAGES_AT_ONCE = 500

export interface RangeOptions {
  /** The second look counts nothing as checked and keeps the position. */
  isSweep: boolean
  /** Told after each commit, and whether it was of the second look. For tests. */
  onCommit?: (isSweep: boolean) => Promise<void>
}

/**
 * Judges the receipts of one range of message ids again, in transactions of a few hundred messages in the order of their
 * ids. Each notes its progress with what it changes. Throws Stopped when the job was.
 */
export async function rejudgeRange(
  client: PoolClient,
  job: Job,
  range: IdRange,
  { isSweep, onCommit }: RangeOptions,
): Promise<void> {
  const rules = await readRules(client, job)
  const keys = await affectedMessages(client, rules, range)
  let low = range.low
  for (let start = 0; start === 0 || start < keys.length; start += MESSAGES_AT_ONCE) {
    const chunk = keys.slice(start, start + MESSAGES_AT_ONCE)
    const isLast = start + MESSAGES_AT_ONCE >= keys.length
    const high = isLast ? range.high : (chunk.at(-1)?.id ?? range.high)
    const checked = isSweep ? 0 : await countMessages(client, rules, { low, high })
    const committedAt = new Date().toISOString()
    const changed = await inTransaction(client, async () => {
      const done = await rejudgeChunk(client, job, chunk, rules)
      const progress = { position: isSweep ? null : high, checked, ...done }
      if (!(await noteProgress(client, job, progress))) throw new Stopped()
      return done.receipts
    })
    if (changed > 0) announceChange({ committedAt, receipts: 0, quarantined: 0, newest: [] })
    await onCommit?.(isSweep)
    low = high + 1
  }
}

/** A connection cannot be removed while its messages are written; one that is gone is left to what removes it. */
async function rejudgeChunk(client: PoolClient, job: Job, keys: readonly MessageKey[], before: RulesByConnection) {
  if (keys.length === 0) return { messages: 0, receipts: 0 }
  for (const id of [...before.keys()].sort((a, b) => a - b))
    await client.query('SELECT pg_advisory_xact_lock_shared($1, $2)', [CONNECTION_LOCK_CLASS, id])
  // Read behind the lock: what is in force now, of connections that still are.
  const rules = await readRules(client, job)
  const own = keys.filter(({ connectionId }) => rules.has(connectionId))
  return rejudgeMessages(client, own, rules)
}

const keyRow = z.object({ id: z.number(), connectionId: z.number(), messageKey: z.string() })

/** The messages of a range with a receipt that the rules judge otherwise than it is stored, by id. */
async function affectedMessages(client: PoolClient, rules: RulesByConnection, range: IdRange): Promise<MessageKey[]> {
  const groups = await storedGroups(client, [...rules.keys()], [range])
  const hashes = groups.flatMap((group) => {
    const own = rules.get(group.connectionId)
    return own && isJudgedAnew(group, judgeAgain(group, own)) ? [group.hash] : []
  })
  if (hashes.length === 0) return []
  return sql(
    keyRow,
    `SELECT m.id::float8 AS id, m.connection_id AS "connectionId", m.message_key AS "messageKey"
       FROM message m WHERE m.id = ANY (ARRAY (
         SELECT r.message_id FROM receipt r
          WHERE r.message_id BETWEEN $1 AND $2 AND ${GROUP_HASH} = ANY ($3::bigint[]) GROUP BY r.message_id))
      ORDER BY m.id`,
    [range.low, range.high, hashes],
    client,
  )
}

async function countMessages(client: PoolClient, rules: RulesByConnection, { low, high }: IdRange): Promise<number> {
  const [row] = await sql(
    z.object({ count: z.coerce.number() }),
    'SELECT count(*) AS count FROM message WHERE id BETWEEN $1 AND $2 AND connection_id = ANY ($3::int[])',
    [low, high, [...rules.keys()]],
    client,
  )
  return row?.count ?? 0
}
