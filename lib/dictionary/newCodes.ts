import { z } from 'zod'
import { allConnections, reload } from '@/lib/connections/directory'
import type { KnownConnection } from '@/lib/connections/KnownConnection'
import { CODE_KINDS, type NewCode } from '@/lib/contracts/codes'
import { sql } from '@/lib/db/sql'
import { maskNumber } from '@/lib/numbers/maskNumber'
import { callback } from '@/lib/queries/callback'

const MOST = 500
const EXAMPLES = 3
/** Each costs two look-ups by key. */
const WITH_EXAMPLES = 20

const row = z.object({
  connectionId: z.number(),
  kind: z.enum(CODE_KINDS),
  code: z.string(),
  seen: z.coerce.number(),
  firstSeenAt: z.date(),
  lastSeenAt: z.date(),
  firstCallbackId: z.string(),
  lastCallbackId: z.string(),
  dismissedAt: z.date().nullable(),
  dismissedBy: z.string().nullable(),
})

// What somebody has said of a code meanwhile, in whatever way, makes it a known one.
const MET = `
  SELECT n.connection_id AS "connectionId", n.kind, n.code, n.seen, n.first_seen_at AS "firstSeenAt",
         n.last_seen_at AS "lastSeenAt", n.first_callback_id AS "firstCallbackId", n.last_callback_id AS "lastCallbackId",
         n.dismissed_at AS "dismissedAt", n.dismissed_by AS "dismissedBy"
    FROM new_code n JOIN connection c ON c.id = n.connection_id
   WHERE NOT EXISTS (SELECT 1 FROM code_override o WHERE o.ended_at IS NULL AND o.adapter = c.adapter
                       AND o.connection_id IN (0, c.id) AND o.kind = n.kind AND o.code = n.code)
   ORDER BY n.dismissed_at IS NOT NULL, n.last_seen_at DESC LIMIT ${MOST}`

/** Words and codes that nobody knows, the newest first, dismissed ones last; with callbacks and messages that show them. */
export async function newCodes(): Promise<NewCode[]> {
  await reload()
  const connections = new Map(allConnections().map((connection) => [connection.id, connection]))
  const rows = (await sql(row, MET)).filter((each) => !isKnown(each, connections.get(each.connectionId)))
  const messages = await examplesOf(rows)
  return rows.flatMap((each) => {
    const connection = connections.get(each.connectionId)
    if (!connection) return []
    return [
      {
        adapter: connection.adapter,
        provider: connection.reader?.name ?? connection.adapter,
        connection: { id: connection.publicId, name: connection.name },
        kind: each.kind,
        code: each.code,
        seen: each.seen,
        firstSeenAt: each.firstSeenAt.toISOString(),
        lastSeenAt: each.lastSeenAt.toISOString(),
        callbacks: [...new Set([each.firstCallbackId, each.lastCallbackId])],
        messages: (each.kind === 'error' && messages.get(each.lastCallbackId)) || [],
        dismissed:
          each.dismissedAt === null ? null : { at: each.dismissedAt.toISOString(), by: each.dismissedBy ?? '' },
      },
    ]
  })
}

/** A newer Landed, or a changed mapping, may have learnt it. */
function isKnown({ kind, code }: z.output<typeof row>, connection: KnownConnection | undefined): boolean {
  const reader = connection?.reader
  if (!reader) return false
  return kind === 'error' ? reader.explain(code) !== undefined : reader.statuses.some(({ word }) => word === code)
}

/** Messages that the newest callback with a code speaks of. A word that nobody knows has not been applied to any. */
async function examplesOf(rows: readonly z.output<typeof row>[]): Promise<Map<string, NewCode['messages']>> {
  const shown = rows.filter(({ kind, dismissedAt }) => kind === 'error' && dismissedAt === null).slice(0, WITH_EXAMPLES)
  const examples = await Promise.all(
    shown.map(async ({ lastCallbackId, code }) => {
      const found = await callback(lastCallbackId)
      const ids = (found?.messages ?? []).map(({ id }) => id)
      return [lastCallbackId, ids.length === 0 ? [] : await withCode(ids, code)] as const
    }),
  )
  return new Map(examples)
}

const example = z.object({ id: z.string(), recipient: z.string().nullable() })

async function withCode(ids: readonly string[], code: string): Promise<NewCode['messages']> {
  const rows = await sql(
    example,
    `SELECT m.id, m.recipient FROM message m WHERE m.id = ANY ($1::bigint[]) AND m.error_code = $2 LIMIT ${EXAMPLES}`,
    [ids, code],
  )
  return rows.map(({ id, recipient }) => ({ id, recipient: maskNumber(recipient) }))
}
