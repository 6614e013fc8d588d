import { QUARTER_MS } from '@/lib/contracts/filter'
import { FAILURES, type Status, STATUSES } from '@/lib/status/status'
import type { Cursor } from './cursor'
import { dimensionConditions } from './dimensionConditions'
import { afterCursor, messageConditions, type Narrowing, statusesOf } from './messageConditions'
import { MESSAGE_COLUMNS } from './messageRow'
import type { SqlParameters } from './SqlParameters'

const UNLANDED: ReadonlySet<Status> = new Set([...FAILURES, 'unknown'])

/**
 * The statement for a page of a filtered list. The counters serve as its index: they tell which quarter hours hold
 * matching messages, and only those are visited, newest first, so that fifty texts of a rare carrier are found as fast
 * as the newest fifty of all. One statement, hence one snapshot: counters and messages agree.
 */
export function listByCounters(
  query: Narrowing & { limit: number },
  cursor: Cursor | null,
  parameters: SqlParameters,
): string {
  const limit = parameters.add(query.limit)
  return `
    WITH quarter AS MATERIALIZED (${quarters(query, cursor, parameters, limit)}),
    page AS MATERIALIZED (
      SELECT found.* FROM quarter CROSS JOIN LATERAL (${messagesOfQuarter(query, cursor, parameters, limit)}) found
       ORDER BY found.cohort_at DESC, found.id DESC LIMIT ${limit}
    )
    SELECT ${MESSAGE_COLUMNS} FROM page m JOIN connection c ON c.id = m.connection_id
     ORDER BY m.cohort_at DESC, m.id DESC`
}

/**
 * The newest quarter hours that together hold a page. The cursor's own quarter may be used up, so it counts as empty;
 * hence a page needs at most one quarter more than it has rows.
 */
function quarters(query: Narrowing, cursor: Cursor | null, parameters: SqlParameters, limit: string): string {
  const [table, count] = query.failureClass ? ['rollup_failure', 'r.messages'] : ['rollup', countOf(query)]
  const conditions = ["r.grain = 'q'", ...dimensionConditions(query, parameters, 'r')]
  if (query.from) conditions.push(`r.bucket >= ${parameters.add(query.from)}`)
  if (query.to) conditions.push(`r.bucket < ${parameters.add(query.to)}`)
  if (query.failureClass) conditions.push(`r.failure_class = ${parameters.add(query.failureClass)}::failure_class`)
  const current = cursor ? `${parameters.add(quarterOf(cursor.at))}::timestamptz` : 'NULL::timestamptz'
  if (cursor) conditions.push(`r.bucket <= ${current}`)
  const most = isCounted(query) ? `${limit} + 1` : 'ALL'
  return `
    SELECT bucket FROM (
      SELECT bucket, sum(held) OVER (ORDER BY bucket DESC) - held AS before FROM (
        SELECT r.bucket, CASE WHEN r.bucket = ${current} THEN 0 ELSE sum(${count}) END AS held
          FROM ${table} r WHERE ${conditions.join(' AND ')}
         GROUP BY r.bucket HAVING sum(${count}) > 0 ORDER BY r.bucket DESC LIMIT ${most}
      ) counted
    ) summed ${isCounted(query) ? `WHERE before < ${limit}` : ''}`
}

/** False for a failure class of one status alone: the counters know the two only apart, so a count may be too high. */
function isCounted(query: Narrowing): boolean {
  return query.failureClass === undefined || statusesOf(query)?.length === FAILURES.length
}

function countOf(query: Narrowing): string {
  const statuses = statusesOf(query) ?? STATUSES
  return statuses.length === 0 ? '0' : statuses.map((status) => `r.${status}`).join(' + ')
}

/** The rows of one quarter hour on this page. The limit inside keeps PostgreSQL from walking a busy quarter to its end. */
function messagesOfQuarter(query: Narrowing, cursor: Cursor | null, parameters: SqlParameters, limit: string): string {
  const [source, at, id] = isUnlanded(query)
    ? ['unlanded u JOIN message m ON m.id = u.message_id', 'u.cohort_at', 'u.message_id']
    : ['message m', 'm.cohort_at', 'm.id']
  const conditions = [
    `${at} >= quarter.bucket`,
    `${at} < quarter.bucket + interval '15 minutes'`,
    ...unlandedConditions(query, parameters),
    ...messageConditions({ ...query, from: undefined, to: undefined }, parameters),
    ...afterCursor(cursor, parameters, at, id),
  ]
  return `SELECT m.* FROM ${source} WHERE ${conditions.join(' AND ')} ORDER BY ${at} DESC, ${id} DESC LIMIT ${limit}`
}

/** True when all that the query asks for is in the table of messages that failed or stay unconfirmed. */
function isUnlanded(query: Narrowing): boolean {
  return statusesOf(query)?.every((status) => UNLANDED.has(status)) ?? false
}

/** The same conditions on `unlanded`, so that it alone decides which messages are looked at. */
function unlandedConditions(query: Narrowing, parameters: SqlParameters): string[] {
  const statuses = statusesOf(query)
  if (!statuses || !isUnlanded(query)) return []
  const conditions = [`u.status = ANY(${parameters.add(statuses)}::message_status[])`]
  if (query.failureClass) conditions.push(`u.failure_class = ${parameters.add(query.failureClass)}::failure_class`)
  return conditions
}

function quarterOf(at: Date): Date {
  return new Date(Math.floor(at.getTime() / QUARTER_MS) * QUARTER_MS)
}
