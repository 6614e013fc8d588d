import { z } from 'zod'
import { type Callback, OUTCOMES } from '@/lib/contracts/callback'
import { redactTarget } from './redactTarget'

/** What `toCallback` needs, selected from `callback b LEFT JOIN connection c`. */
export const CALLBACK_COLUMNS = `
  b.id, b.received_at AS "receivedAt", c.public_id AS "connectionPublicId", c.name AS "connectionName", b.adapter,
  b.method, b.target, octet_length(b.body) AS "bodyBytes", b.outcome, b.receipt_count AS receipts,
  (SELECT json_agg(json_build_object('id', q.id::text, 'code', q.code, 'reason', q.reason, 'item', q.item,
            'authentic', q.authentic, 'resolvedAt', q.resolved_at, 'resolution', q.resolution) ORDER BY q.id)
     FROM quarantine q WHERE q.callback_id = b.id) AS quarantine`

const quarantineRow = z.object({
  id: z.string(),
  code: z.string(),
  reason: z.string(),
  item: z.number(),
  authentic: z.boolean(),
  resolvedAt: z.string().nullable(),
  resolution: z.string().nullable(),
})

export const callbackRow = z.object({
  id: z.string(),
  receivedAt: z.date(),
  connectionPublicId: z.string().nullable(),
  connectionName: z.string().nullable(),
  adapter: z.string(),
  method: z.string(),
  target: z.string(),
  bodyBytes: z.number(),
  outcome: z.enum(OUTCOMES),
  receipts: z.number(),
  quarantine: z.array(quarantineRow).nullable(),
})
export type CallbackRow = z.output<typeof callbackRow>

/** A stored callback as lists show it. */
export function toCallback(row: CallbackRow): Callback {
  const { connectionPublicId, connectionName, ...rest } = row
  return {
    ...rest,
    receivedAt: row.receivedAt.toISOString(),
    connection: connectionPublicId === null ? null : { id: connectionPublicId, name: connectionName ?? '' },
    target: redactTarget(row.target),
    quarantine: (row.quarantine ?? []).map((entry) => ({ ...entry, resolvedAt: inIso(entry.resolvedAt) })),
  }
}

/** PostgreSQL writes times inside JSON with an offset. */
function inIso(time: string | null): string | null {
  return time === null ? null : new Date(time).toISOString()
}
