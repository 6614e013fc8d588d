import { createHash } from 'node:crypto'
import { z } from 'zod'
import { callbackUrl } from '@/lib/connections/callbackUrl'
import type { CallbackSample } from '@/lib/contracts/mappingApi'
import { sql } from '@/lib/db/sql'
import { readEnv } from '@/lib/env'
import { CUSTOM } from '@/lib/providers/mapped'
import type { CallbackRequest } from '@/lib/providers/types'

/** A request to try a mapping on. */
export interface Specimen {
  /** Of a kept callback; null for a pasted one. */
  id: string | null
  /** When it arrived, ms UTC; null for a pasted one: nobody knows when it was sent. */
  receivedAt: number | null
  /** Path and query. */
  target: string
  request: CallbackRequest
  /** Only its beginning was kept, so no signature can fit. */
  isCut: boolean
}

const row = z.object({
  id: z.string(),
  receivedAt: z.date(),
  method: z.string(),
  target: z.string(),
  headers: z.record(z.string(), z.string()),
  body: z.instanceof(Buffer),
  bodyHash: z.instanceof(Buffer),
})

const COLUMNS = `id, received_at AS "receivedAt", method, target, headers, body, body_hash AS "bodyHash"`

/** The newest callbacks of a connection (its internal number), applied or not, newest first. */
export async function newestCallbacks(connectionId: number, count: number): Promise<Specimen[]> {
  const rows = await sql(
    row,
    `SELECT ${COLUMNS} FROM callback WHERE connection_id = $1 ORDER BY received_at DESC, id DESC LIMIT $2`,
    [connectionId, count],
  )
  return rows.map(toSpecimen)
}

/** One of them; undefined when the connection has none of this id. */
export async function keptCallback(
  connectionId: number,
  id: string,
  receivedAt: number,
): Promise<Specimen | undefined> {
  const [found] = await sql(
    row,
    `SELECT ${COLUMNS} FROM callback WHERE received_at = $1 AND id = $2 AND connection_id = $3`,
    [new Date(receivedAt), id, connectionId],
  )
  return found && toSpecimen(found)
}

/** A pasted request, as if it had come in at the URL of the connection. */
export function pastedSpecimen(publicId: string, sample: CallbackSample): Specimen {
  const { publicUrl } = readEnv()
  const url = urlOf(callbackUrl(publicUrl, CUSTOM, publicId), publicUrl, sample.target.trim())
  const headers = Object.entries(sample.headers).map(([name, value]) => [name.trim().toLowerCase(), value.trim()])
  return {
    id: null,
    receivedAt: null,
    target: url.slice(url.indexOf('/', url.indexOf('://') + 3)),
    request: {
      method: sample.method,
      url,
      headers: Object.fromEntries(headers),
      rawBody: Buffer.from(sample.body, 'utf8'),
    },
    isCut: false,
  }
}

function urlOf(own: string, origin: string, target: string): string {
  if (target.startsWith('?')) return own + target
  if (target.startsWith('/')) return origin.replace(/\/+$/, '') + target
  return target.includes('://') && target.indexOf('/', target.indexOf('://') + 3) !== -1 ? target : own
}

function toSpecimen({ id, receivedAt, method, target, headers, body, bodyHash }: z.output<typeof row>): Specimen {
  return {
    id,
    receivedAt: receivedAt.getTime(),
    target,
    request: { method, url: readEnv().publicUrl + target, headers, rawBody: body },
    isCut: !bodyHash.equals(createHash('sha256').update(body).digest()),
  }
}
