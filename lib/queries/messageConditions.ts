import type { MessageListQuery } from '@/lib/contracts/message'
import { isFailure } from '@/lib/status/compareReceipts'
import { STATUSES_OF_STATE } from '@/lib/status/state'
import { type Status, STATUSES } from '@/lib/status/status'
import type { Cursor } from './cursor'
import { dimensionConditions } from './dimensionConditions'
import type { SqlParameters } from './SqlParameters'

/** The part of a list query that says which messages are in the list. */
export type Narrowing = Pick<
  MessageListQuery,
  'from' | 'to' | 'connection' | 'carrier' | 'country' | 'state' | 'status' | 'failureClass'
>

/**
 * The statuses that a query asks for: null for all; empty where its parts exclude each other. Only failures count as a
 * failure class: the counters leave out a code that came with another status.
 */
export function statusesOf({ state, status, failureClass }: Narrowing): readonly Status[] | null {
  if (state === undefined && status === undefined && failureClass === undefined) return null
  return STATUSES.filter(
    (each) =>
      (state === undefined || STATUSES_OF_STATE[state].includes(each)) &&
      (status === undefined || each === status) &&
      (failureClass === undefined || isFailure(each)),
  )
}

/** Everything that a query says about a row of `message m`, except where its page begins. */
export function messageConditions(query: Narrowing, parameters: SqlParameters): string[] {
  const conditions = dimensionConditions(query, parameters, 'm')
  const statuses = statusesOf(query)
  if (query.from) conditions.push(`m.cohort_at >= ${parameters.add(query.from)}`)
  if (query.to) conditions.push(`m.cohort_at < ${parameters.add(query.to)}`)
  if (statuses) conditions.push(`m.status = ANY(${parameters.add(statuses)}::message_status[])`)
  if (query.failureClass) conditions.push(`m.failure_class = ${parameters.add(query.failureClass)}::failure_class`)
  return conditions
}

/** The rows after the cursor, as one row comparison that an index on (at, id) can answer. */
export function afterCursor(cursor: Cursor | null, parameters: SqlParameters, at: string, id: string): string[] {
  if (!cursor) return []
  return [`(${at}, ${id}) < (${parameters.add(cursor.at)}::timestamptz, ${parameters.add(cursor.id)}::bigint)`]
}
