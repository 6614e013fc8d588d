import { createHash } from 'node:crypto'
import { z } from 'zod'
import { allConnections, findConnectionById, reload } from '@/lib/connections/directory'
import type { KnownConnection } from '@/lib/connections/KnownConnection'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'
import { HttpProblem } from '@/lib/http/HttpProblem'
import { notFound } from '@/lib/http/notFound'
import { timeOfUuidV7 } from '@/lib/ingest/uuidV7'
import { providerSite } from '@/lib/outbound/providerSite'
import { UUID_ID } from '@/lib/queries/cursor'
import type { Case, Patient } from './Case'

const row = z.object({
  id: z.string(),
  connectionId: z.number().nullable(),
  method: z.string(),
  target: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Buffer),
  bodyHash: z.instanceof(Buffer),
})
type Row = z.output<typeof row>

const COLUMNS = `c.id, c.connection_id AS "connectionId", c.method, c.target, c.headers, c.body, c.body_hash AS "bodyHash"`
const ONE = `SELECT ${COLUMNS} FROM callback c WHERE c.received_at = $1 AND c.id = $2`

/** The newest refused ones first: an old mistake that is mended already says nothing about today. */
const WAITING = `
  SELECT ${COLUMNS}
    FROM (SELECT callback_id, callback_received_at FROM quarantine
           WHERE connection_id = $1 AND resolved_at IS NULL AND NOT authentic
           ORDER BY callback_received_at DESC, callback_id DESC LIMIT $2) q
    JOIN callback c ON c.received_at = q.callback_received_at AND c.id = q.callback_id`

/**
 * The case of one callback. Throws HttpProblem 404 when there is none of this id, 409 when it cannot be examined: it
 * belongs to no connection, the secrets cannot be opened, or only the beginning of its body was kept.
 */
export async function readCase(callbackId: string, registeredUrl?: string): Promise<Case> {
  if (!UUID_ID.test(callbackId)) throw notFound('callback', callbackId)
  const [stored] = await sql(row, ONE, [new Date(timeOfUuidV7(callbackId)), callbackId])
  if (!stored) throw notFound('callback', callbackId)
  await reload()
  const known = stored.connectionId === null ? undefined : await findConnectionById(stored.connectionId)
  if (!known) throw unexaminable('No connection has the URL that it was sent to.')
  if (!isPatient(known)) throw unexaminable('The secrets of its connection cannot be opened, or it has no mapping yet.')
  if (!isWhole(stored)) throw unexaminable('Only the beginning of its body was kept.')
  return toCase(stored, known, registeredUrl)
}

/** The newest callbacks of the same connection that were refused and still wait, at most `limit`. */
export async function readWaiting(
  { connection, registeredUrl }: Case,
  limit: number,
): Promise<{ id: string; case: Case }[]> {
  const rows = await sql(row, WAITING, [connection.id, limit])
  return Promise.all(
    rows
      .filter(isWhole)
      .map(async (stored) => ({ id: stored.id, case: await toCase(stored, connection, registeredUrl) })),
  )
}

async function toCase(stored: Row, connection: Patient, registeredUrl: string | undefined): Promise<Case> {
  const { method, target, headers, body } = stored
  const request = { method, url: readEnv().publicUrl + target, headers, rawBody: body }
  const needs = connection.reader.needs?.(request, connection.secrets) ?? []
  return {
    request,
    receivedAt: timeOfUuidV7(stored.id),
    connection,
    others: allConnections().filter(
      (other): other is KnownConnection & Patient => other.id !== connection.id && isPatient(other),
    ),
    registeredUrl,
    fetched: needs.length === 0 ? undefined : await providerSite().files.read(needs),
  }
}

function isPatient(connection: KnownConnection): connection is KnownConnection & Patient {
  return connection.secrets !== null && connection.reader !== null
}

function isWhole({ body, bodyHash }: Row): boolean {
  return bodyHash.equals(createHash('sha256').update(body).digest())
}

function unexaminable(detail: string): HttpProblem {
  return new HttpProblem(409, 'It cannot be examined', detail)
}
