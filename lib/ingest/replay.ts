import { createHash } from 'node:crypto'
import { z } from 'zod'
import { findConnectionById, reload } from '@/lib/connections/directory'
import type { ReplayResult } from '@/lib/contracts/callback'
import { getPool } from '@/lib/db/pool'
import { processSingleton } from '@/lib/db/processSingleton'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'
import { announceChange } from '@/lib/live/announceChange'
import { providerSite } from '@/lib/outbound/providerSite'
import { commitBatch } from './commitBatch'
import { getIngestPool } from './getIngestPool'
import { confirmHandshake } from './confirmHandshake'
import { interpret, type Interpretation, needsOf } from './interpret'
import type { CallbackRow, IngestItem } from './types'
import { timeOfUuidV7 } from './uuidV7'

const MAX_REPLAYED = 10_000
const PAGE = 100
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
})
type Stored = z.output<typeof row>
interface Failure {
  id: string
  code: string
  reason: string
}

/**
 * Judges quarantined callbacks again, with today's secrets and adapters, as of their own arrival; what can be applied is
 * applied as if it had just been read. Safe to repeat: receipts that are stored already change nothing.
 * Without ids: all that are open, oldest first, at most 10,000 in one call.
 */
export async function replay(request: { ids?: readonly string[] | undefined } = {}): Promise<ReplayResult> {
  const ids = request.ids ? [...new Set(request.ids)] : await openCallbacks()
  // The person has just corrected a secret: judge by that one.
  await reload()
  const result: ReplayResult = { replayed: 0, applied: 0, stillQuarantined: [] }
  for (let start = 0; start < ids.length; start += PAGE) {
    for (const stored of await read(ids.slice(start, start + PAGE))) {
      const failure = await replayOne(stored)
      result.replayed += 1
      if (failure) result.stillQuarantined.push(failure)
      else result.applied += 1
    }
  }
  return result
}

async function openCallbacks(): Promise<string[]> {
  const rows = await sql(
    z.object({ id: z.string() }),
    `SELECT callback_id AS id FROM quarantine WHERE resolved_at IS NULL GROUP BY callback_id
      ORDER BY min(id) LIMIT ${MAX_REPLAYED}`,
  )
  return rows.map(({ id }) => id)
}

async function read(ids: readonly string[]): Promise<Stored[]> {
  const times = ids.map((id) => new Date(timeOfUuidV7(id)))
  return sql(
    row,
    `SELECT c.id, c.connection_id AS "connectionId", c.adapter, c.method, c.target, c.headers, c.body,
            c.body_hash AS "bodyHash"
       FROM unnest($1::timestamptz[], $2::uuid[]) AS u (received_at, id)
       JOIN callback c ON c.received_at = u.received_at AND c.id = u.id
      WHERE EXISTS (SELECT 1 FROM quarantine q WHERE q.callback_id = c.id AND q.resolved_at IS NULL)
      ORDER BY c.received_at, c.id`,
    [times, ids],
  )
}

/** Null when nothing of the callback is left in quarantine. */
async function replayOne(stored: Stored): Promise<Failure | null> {
  const receivedAt = timeOfUuidV7(stored.id)
  const judged = await judge(stored, receivedAt)
  if ('code' in judged) return judged
  if (judged.receipts.length > 0)
    announceChange((await commitBatch(getIngestPool(), [itemOf(stored, judged, receivedAt)])).change)
  const [left] = judged.quarantine
  if (left) return { id: stored.id, code: left.code, reason: left.reason }
  await resolve(stored.id)
  return null
}

async function judge(stored: Stored, receivedAt: number): Promise<Interpretation | Failure> {
  const connection = stored.connectionId === null ? undefined : await findConnectionById(stored.connectionId)
  if (!connection) return failure(stored, 'unknown_connection', 'No connection has the URL that it was sent to.')
  const { reader, secrets } = connection
  if (!reader) return failure(stored, 'mapping_missing', 'The mapping of its connection is not switched on yet.')
  if (!secrets) return failure(stored, 'secrets_sealed', 'The secrets of its connection cannot be opened.')
  if (!stored.bodyHash.equals(createHash('sha256').update(stored.body).digest()))
    return failure(stored, 'body_too_large', 'Only the beginning of its body was kept.')
  const request = {
    method: stored.method,
    url: processSingleton('publicUrl', () => readEnv().publicUrl) + stored.target,
    headers: stored.headers,
    rawBody: stored.body,
  }
  const readable = { ...connection, reader, secrets }
  const needs = needsOf(readable, request)
  const fetched = needs.length === 0 ? undefined : await providerSite().files.read(needs)
  const read = interpret(readable, request, receivedAt, fetched)
  if (!read.verdict.ok) return failure(stored, read.verdict.code, read.verdict.reason)
  const unconfirmed = read.asks.confirm ? await confirmHandshake(read.asks.confirm.url, connection.id) : null
  // Replaying an alert says that somebody has looked at it.
  const quarantine = read.quarantine.filter(({ code }) => !ALERTS.has(code))
  return { ...read, quarantine: unconfirmed ? [...quarantine, unconfirmed] : quarantine }
}

function failure(stored: Stored, code: string, reason: string): Failure {
  return { id: stored.id, code, reason }
}

function itemOf(stored: Stored, read: Interpretation, receivedAt: number): IngestItem {
  const callback: CallbackRow = {
    ...stored,
    receivedAt,
    outcome: 'applied',
    receiptCount: read.receipts.length,
  }
  return { callback, isLogged: true, receipts: read.receipts, quarantine: [], newCodes: [] }
}

async function resolve(callbackId: string): Promise<void> {
  await getPool().query(
    `UPDATE quarantine SET resolved_at = now(), resolution = 'replayed' WHERE callback_id = $1 AND resolved_at IS NULL`,
    [callbackId],
  )
}
