import { z } from 'zod'
import { CODE_KINDS, type CodeOverride } from '@/lib/contracts/codes'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'

/** What `toCodeOverride` needs, selected from `code_override o LEFT JOIN connection c ON c.id = o.connection_id`. */
export const OVERRIDE_COLUMNS = `
  o.id, o.adapter, o.connection_id AS "connectionId", c.public_id AS "publicId", c.name, o.kind, o.code, o.status,
  o.failure_class AS "failureClass", o.permanent, o.plain, o.next_step AS "nextStep", o.note, o.author,
  o.created_at AS "createdAt", o.ended_at AS "endedAt", o.ended_by AS "endedBy"`

export const overrideRow = z.object({
  id: z.number(),
  adapter: z.string(),
  connectionId: z.number(),
  publicId: z.string().nullable(),
  name: z.string().nullable(),
  kind: z.enum(CODE_KINDS),
  code: z.string(),
  status: z.enum(STATUSES).nullable(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  permanent: z.boolean().nullable(),
  plain: z.string().nullable(),
  nextStep: z.string().nullable(),
  note: z.string().nullable(),
  author: z.string(),
  createdAt: z.date(),
  endedAt: z.date().nullable(),
  endedBy: z.string().nullable(),
})
export type StoredOverride = z.output<typeof overrideRow>

/** A stored override as the API shows it. */
export function toCodeOverride({ connectionId, publicId, name, ...row }: StoredOverride): CodeOverride {
  return {
    ...row,
    connection: connectionId === 0 ? null : { id: publicId ?? '', name: name ?? 'a connection that was removed' },
    createdAt: row.createdAt.toISOString(),
    endedAt: row.endedAt?.toISOString() ?? null,
  }
}
