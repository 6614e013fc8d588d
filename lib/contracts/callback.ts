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
  connection: z.string().max(64).optional().meta({ description: 'Without ids: only those of this connection.' }),
  code: z.string().max(64).optional().meta({ description: 'Without ids: only those with this quarantine code.' }),
  limit: z.number().int().min(1).max(10_000).optional().meta({ description: 'Without ids: so many at most.' }),
  after: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .meta({ description: '`next` of the answer before: goes on behind what that one replayed.' }),
})
export const replayResult = z.object({
  replayed: z.number().int(),
  applied: z.number().int(),
  stillQuarantined: z.array(z.object({ id: z.uuid(), code: z.string(), reason: z.string() })),
})
export type ReplayResult = z.output<typeof replayResult>

/** One step of a replay of everything that is open. */
export const replayStep = replayResult.extend({
  next: z.string().nullable().meta({ description: 'Where the next call begins; null when all were replayed.' }),
  remaining: z.number().int().meta({ description: 'How many follow, counted up to 100,000.' }),
})
export type ReplayStep = z.output<typeof replayStep>
