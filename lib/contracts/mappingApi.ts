import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { rejudgePreview } from './codes'
import { mappingDraft } from './mapping'

const at = z.iso.datetime()
const secretValues = z.record(z.string().max(60), z.string().max(4000))

const fieldProblem = z.object({
  field: z.string().meta({ description: 'Path in the mapping: "fields.status".' }),
  message: z.string(),
})

/** The mapping of a connection without an adapter, and how far it is. */
export const connectionMapping = z.object({
  connection: z.object({ id: z.string(), name: z.string() }),
  callbackUrl: z.string(),
  active: mappingDraft.nullable().meta({ description: 'What reads its callbacks now; null: not switched on yet.' }),
  draft: mappingDraft,
  problems: z.array(fieldProblem).meta({ description: 'What keeps the draft from being switched on.' }),
  secretsSet: z.array(z.string()).nullable().meta({ description: 'Names of the secrets that are set; null: locked.' }),
  waiting: z.number().int().meta({ description: 'Callbacks that wait for the mapping, counted up to 100,000.' }),
})
export type ConnectionMapping = z.output<typeof connectionMapping>

export const mappingSave = z.strictObject({
  mapping: mappingDraft,
  secrets: secretValues
    .default({})
    .meta({ description: 'Only while the mapping is not switched on; afterwards secrets are rotated.' }),
})
export type MappingSave = z.input<typeof mappingSave>

export const mappingSaved = connectionMapping.extend({
  generatedSecrets: secretValues.meta({ description: 'What Landed made up, shown this once.' }),
})
export type MappingSaved = z.output<typeof mappingSaved>

/** A request that a person has pasted, from a log or from the provider's documentation. */
export const callbackSample = z.strictObject({
  method: z.enum(['GET', 'POST', 'PUT']).default('POST'),
  target: z
    .string()
    .max(8000)
    .default('')
    .meta({ description: 'Query ("?id=1"), path with query, or whole URL; what is missing is the connection’s own.' }),
  headers: z.record(z.string().max(100), z.string().max(4000)).default({}),
  body: z.string().max(200_000).default(''),
})
export type CallbackSample = z.output<typeof callbackSample>

export const mappingPreviewRequest = z.strictObject({
  mapping: mappingDraft,
  secrets: secretValues.default({}).meta({ description: 'Instead of those that are set.' }),
  last: z.number().int().min(0).max(20).default(5).meta({ description: 'How many of its newest callbacks.' }),
  samples: z.array(callbackSample).max(10).default([]),
})
export type MappingPreviewRequest = z.input<typeof mappingPreviewRequest>

export const previewReceipt = z.object({
  providerMessageId: z.string().nullable(),
  clientReference: z.string().nullable(),
  status: z.enum(STATUSES),
  rawStatus: z.string(),
  unrecognised: z.boolean(),
  failureClass: z.enum(FAILURE_CLASSES).nullable(),
  errorCode: z.string().nullable(),
  errorKnown: z.boolean(),
  recipient: z.string().nullable(),
  sender: z.string().nullable(),
  occurredAt: at.nullable(),
  mccmnc: z.string().nullable(),
  carrier: z.string().nullable(),
  price: z.string().nullable(),
  currency: z.string().nullable(),
  segments: z.number().nullable(),
  route: z.string().nullable(),
  part: z.number().nullable(),
  parts: z.number().nullable(),
})
export type PreviewReceipt = z.output<typeof previewReceipt>

export const previewedCallback = z.object({
  id: z.uuid().nullable().meta({ description: 'Of a kept callback; null for a pasted sample.' }),
  receivedAt: at.nullable(),
  method: z.string(),
  target: z.string().meta({ description: 'Path and query; secrets are shown as •••.' }),
  headers: z.record(z.string(), z.string()),
  body: z.string(),
  isCut: z.boolean().meta({ description: 'Only the beginning of the body is shown.' }),
  verdict: z.object({ ok: z.boolean(), code: z.string().nullable(), reason: z.string().nullable() }),
  receipts: z.array(previewReceipt).meta({ description: 'The first 50.' }),
  receiptCount: z.number().int(),
  unreadable: z
    .array(z.object({ item: z.number().int(), field: z.string().nullable(), code: z.string(), reason: z.string() }))
    .meta({ description: 'The first 50.' }),
  unreadableCount: z.number().int(),
  ignored: z.string().nullable(),
})
export type PreviewedCallback = z.output<typeof previewedCallback>

const unknownCode = z.object({ code: z.string(), count: z.number().int() })
export const mappingPreview = z.object({
  problems: z.array(fieldProblem),
  callbacks: z.array(previewedCallback),
  unknown: z.object({ statuses: z.array(unknownCode), errors: z.array(unknownCode) }),
})
export type MappingPreview = z.output<typeof mappingPreview>

export const mappingSwitchOn = z.strictObject({
  author: z.string().trim().min(1).max(80).meta({ description: 'Who does it; stands beside what it changes.' }),
})
export const mappingEffect = z.object({
  effect: rejudgePreview
    .nullable()
    .meta({ description: 'What would become of stored messages; null: their judgement stays as it is.' }),
})
export type MappingEffect = z.output<typeof mappingEffect>

export const mappingSwitchedOn = z.object({
  replaying: z.number().int().meta({ description: 'Callbacks that waited and are being applied now.' }),
  rejudging: z.boolean().meta({ description: 'Stored receipts are judged again by the new tables.' }),
})
export type MappingSwitchedOn = z.output<typeof mappingSwitchedOn>

export const mappingSuggestRequest = z.strictObject({ mapping: mappingDraft, sample: callbackSample })
/** What a sample looks like. Guesses: a person looks at them. */
export const mappingSuggestion = z.object({
  mapping: mappingDraft.meta({ description: 'The given one with the guesses filled in where it said nothing.' }),
  guesses: z.array(z.object({ field: z.string(), reason: z.string() })),
})
export type MappingSuggestion = z.output<typeof mappingSuggestion>

export const mappingFixtureRequest = z.strictObject({
  mapping: mappingDraft,
  secrets: secretValues.default({}).meta({ description: 'Goes into the fixture; without, its sender is not checked.' }),
  callback: z.uuid().optional().meta({ description: 'A kept callback of the connection. This or "sample".' }),
  sample: callbackSample.optional(),
})
export type MappingFixtureRequest = z.input<typeof mappingFixtureRequest>

export const mappingExportQuery = z.object({
  of: z
    .enum(['draft', 'active'])
    .default('draft')
    .meta({ description: 'Which of the two; without a draft, the active.' }),
})
