import type { MessageList, MessageListQuery } from '@/lib/contracts/message'
import { sql } from '@/lib/db/sql'
import { BIGINT_ID, readCursor, writeCursor } from './cursor'
import { listByCounters } from './listByCounters'
import { listBySearch } from './listBySearch'
import { messageRow, toMessage } from './messageRow'
import { SqlParameters } from './SqlParameters'

/**
 * One page of messages, newest send time first. The rows of a range and filter are exactly those that `summary` counts
 * for it. With `q` only exact matches: a number, a message id or our reference.
 * Throws HttpProblem 400 for a cursor that is not one of this list.
 */
export async function messages(query: MessageListQuery): Promise<MessageList> {
  const asOf = new Date()
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, BIGINT_ID)
  const parameters = new SqlParameters()
  const list = query.q ? listBySearch : listByCounters
  const rows = await sql(messageRow, list({ ...query, limit: query.limit + 1 }, cursor, parameters), parameters.values)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    asOf: asOf.toISOString(),
    items: page.map(toMessage),
    nextCursor: rows.length > page.length && last ? writeCursor({ at: last.cohortAt, id: last.id }) : null,
  }
}
