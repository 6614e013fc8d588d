import type { CallbackList, CallbackListQuery } from '@/lib/contracts/callback'
import { sql } from '@/lib/db/sql'
import { CALLBACK_COLUMNS, callbackRow, toCallback } from './callbackRow'
import { type Cursor, readCursor, UUID_ID, writeCursor } from './cursor'
import { SqlParameters } from './SqlParameters'

/**
 * One page of callbacks, newest arrival first. What is in quarantine is found from there, so that the one refused
 * request of the month is found as fast as the newest callback. Throws HttpProblem 400 for a foreign cursor.
 */
export async function callbacks(query: CallbackListQuery): Promise<CallbackList> {
  const asOf = new Date()
  const cursor = query.cursor === undefined ? null : readCursor(query.cursor, UUID_ID)
  const parameters = new SqlParameters()
  const rows = await sql(callbackRow, statement(query, cursor, parameters), parameters.values)
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    asOf: asOf.toISOString(),
    items: page.map(toCallback),
    nextCursor: rows.length > page.length && last ? writeCursor({ at: last.receivedAt, id: last.id }) : null,
  }
}

function statement(query: CallbackListQuery, cursor: Cursor | null, parameters: SqlParameters): string {
  const [source, key] = isQuarantined(query)
    ? [fromQuarantine(query, cursor, parameters), 'k.callback_received_at DESC, k.callback_id DESC']
    : ['callback b', 'b.received_at DESC, b.id DESC']
  const conditions = after(cursor, parameters, 'b.received_at', 'b.id')
  if (query.outcome) conditions.push(`b.outcome = ${parameters.add(query.outcome)}`)
  if (query.connection)
    conditions.push(
      `b.connection_id = (SELECT id FROM connection WHERE public_id = ${parameters.add(query.connection)})`,
    )
  return `
    SELECT ${CALLBACK_COLUMNS}
      FROM (SELECT b.* FROM ${source} ${where(conditions)} ORDER BY ${key} LIMIT ${parameters.add(query.limit + 1)}) b
      LEFT JOIN connection c ON c.id = b.connection_id
     ORDER BY b.received_at DESC, b.id DESC`
}

/** Refused and unapplied callbacks always have an entry there. */
function isQuarantined(query: CallbackListQuery): boolean {
  const { quarantined, code, outcome } = query
  return quarantined !== undefined || code !== undefined || outcome === 'refused' || outcome === 'unapplied'
}

/** One row per callback, however many entries it has. */
function fromQuarantine(query: CallbackListQuery, cursor: Cursor | null, parameters: SqlParameters): string {
  const conditions = after(cursor, parameters, 'q.callback_received_at', 'q.callback_id')
  if (query.quarantined === 'open') conditions.push('q.resolved_at IS NULL')
  if (query.code) conditions.push(`q.code = ${parameters.add(query.code)}`)
  return `(SELECT DISTINCT q.callback_received_at, q.callback_id FROM quarantine q ${where(conditions)}
            ORDER BY q.callback_received_at DESC, q.callback_id DESC) k
          JOIN callback b ON b.received_at = k.callback_received_at AND b.id = k.callback_id`
}

function where(conditions: string[]): string {
  return conditions.length > 0 ? `WHERE ${conditions.join(' AND ')}` : ''
}

function after(cursor: Cursor | null, parameters: SqlParameters, at: string, id: string): string[] {
  if (!cursor) return []
  return [`(${at}, ${id}) < (${parameters.add(cursor.at)}::timestamptz, ${parameters.add(cursor.id)}::uuid)`]
}
