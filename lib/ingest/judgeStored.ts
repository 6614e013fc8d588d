import { createHash } from 'node:crypto'
import { z } from 'zod'
import { findConnectionById } from '@/lib/connections/directory'
import { processSingleton } from '@/lib/db/processSingleton'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'
import { providerSite } from '@/lib/outbound/providerSite'
import { confirmHandshake } from './confirmHandshake'
import { interpret, type Interpretation, needsOf } from './interpret'
import { timeOfUuidV7 } from './uuidV7'

const ALERTS: ReadonlySet<string> = new Set(['unsubscribed'])

const row = z.object({
  id: z.string(),
  connectionId: z.number().nullable(),
  adapter: z.string(),
  method: z.string(),
  target: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Buffer),
  bodyHash: z.instanceof(Buffer),
  proved: z.boolean(),
  unread: z.boolean(),
})

/** A callback in quarantine as it was kept. */
export type StoredCallback = z.output<typeof row>

/** Why a callback stays in quarantine. */
export interface StayReason {
  id: string
  code: string
  reason: string
}

/** Codes of callbacks that nobody has read yet: their replay is the first reading. */
export const UNREAD: readonly string[] = ['paused', 'mapping_missing']

/** Those of the given callbacks that are in quarantine, in the order of their arrival. */
export async function readStored(ids: readonly string[]): Promise<StoredCallback[]> {
  const times = ids.map((id) => new Date(timeOfUuidV7(id)))
  return sql(
    row,
    `SELECT c.id, c.connection_id AS "connectionId", c.adapter, c.method, c.target, c.headers, c.body,
            c.body_hash AS "bodyHash", open.proved, open.unread
       FROM unnest($1::timestamptz[], $2::uuid[]) AS u (received_at, id)
       JOIN callback c ON c.received_at = u.received_at AND c.id = u.id
       JOIN LATERAL (SELECT bool_or(q.authentic) AS proved, bool_or(q.code = ANY($3)) AS unread, count(*) AS entries
                       FROM quarantine q WHERE q.callback_id = c.id AND q.resolved_at IS NULL) open ON open.entries > 0
      ORDER BY c.received_at, c.id`,
    [times, ids, UNREAD],
  )
}

/**
 * Reads a stored callback with today's secrets and adapters, as of its own arrival. One that was proved authentic when it
 * arrived stays so: the secrets that proved it may have been replaced since.
 */
export async function judgeStored(stored: StoredCallback): Promise<Interpretation | StayReason> {
  const stays = (code: string, reason: string): StayReason => ({ id: stored.id, code, reason })
  const connection = stored.connectionId === null ? undefined : await findConnectionById(stored.connectionId)
  if (!connection) return stays('unknown_connection', 'No connection has the URL that it was sent to.')
  const { reader, secrets } = connection
  if (!reader) return stays('mapping_missing', 'The mapping of its connection is not switched on yet.')
  if (!secrets) return stays('secrets_sealed', 'The secrets of its connection cannot be opened.')
  if (!stored.bodyHash.equals(createHash('sha256').update(stored.body).digest()))
    return stays('body_too_large', 'Only the beginning of its body was kept.')
  if (connection.paused) return stays('paused', 'Its connection is paused. Resume it first.')
  const request = {
    method: stored.method,
    url: processSingleton('publicUrl', () => readEnv().publicUrl) + stored.target,
    headers: stored.headers,
    rawBody: stored.body,
  }
  const readable = { ...connection, reader, secrets }
  const needs = stored.proved ? [] : needsOf(readable, request)
  const fetched = needs.length === 0 ? undefined : await providerSite().files.read(needs)
  const read = interpret(readable, request, timeOfUuidV7(stored.id), fetched, stored.proved)
  if (!read.verdict.ok) return stays(read.verdict.code, read.verdict.reason)
  const unconfirmed = read.asks.confirm ? await confirmHandshake(read.asks.confirm.url, connection.id) : null
  // Replaying an alert says that somebody has looked at it. One that was never read has not been looked at.
  const quarantine = stored.unread ? read.quarantine : read.quarantine.filter(({ code }) => !ALERTS.has(code))
  return { ...read, quarantine: unconfirmed ? [...quarantine, unconfirmed] : quarantine }
}
