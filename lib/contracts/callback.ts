import { z } from 'zod'

const at = z.iso.datetime()

export const OUTCOMES = ['applied', 'ignored', 'unapplied', 'refused'] as const

export const callbackListQuery = z.object({
  outcome: z.enum(OUTCOMES).optional(),
  quarantined: z
    .enum(['open', 'all'])
    .optional()
    .meta({ description: 'Only callbacks in quarantine: open ones, or resolved ones too.' }),
  connection: z.string().max(64).optional(),
  code: z.string().max(64).optional().meta({ description: 'Quarantine code, e.g. signature_wrong.' }),
  cursor: z.string().max(200).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
export type CallbackListQuery = z.output<typeof callbackListQuery>

export const quarantineEntry = z.object({
  id: z.string(),
  code: z.string(),
  reason: z.string(),
  item: z.number().int(),
  authentic: z.boolean(),
  resolvedAt: at.nullable(),
  resolution: z.string().nullable(),
})

export const callback = z.object({
  id: z.uuid(),
  receivedAt: at,
  connection: z.object({ id: z.string(), name: z.string() }).nullable(),
  adapter: z.string(),
  method: z.string(),
  target: z.string().meta({ description: 'Path and query; tokens are shown as •••.' }),
  bodyBytes: z.number().int(),
  outcome: z.enum(OUTCOMES),
  receipts: z.number().int(),
  quarantine: z.array(quarantineEntry),
})
export type Callback = z.output<typeof callback>

export const callbackList = z.object({ asOf: at, items: z.array(callback), nextCursor: z.string().nullable() })
export type CallbackList = z.output<typeof callbackList>

export const callbackDetail = callback.extend({
  headers: z.record(z.string(), z.string()),
  body: z.string().meta({ description: 'As UTF-8; bytes that are not UTF-8 are replaced.' }),
  bodyHash: z.string().meta({ description: 'SHA-256 of the whole body, hex.' }),
  messages: z.array(z.object({ id: z.string(), providerMessageId: z.string().nullable() })),
})
export type CallbackDetail = z.output<typeof callbackDetail>

export const replayRequest = z.object({
  ids: z.array(z.uuid()).min(1).max(500).optional().meta({ description: 'Callbacks to replay; without: all open.' }),
})
export const replayResult = z.object({
  replayed: z.number().int(),
  applied: z.number().int(),
  stillQuarantined: z.array(z.object({ id: z.uuid(), code: z.string(), reason: z.string() })),
})
export type ReplayResult = z.output<typeof replayResult>
