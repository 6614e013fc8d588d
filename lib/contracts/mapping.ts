import { z } from 'zod'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { mappingProblems } from './mappingProblems'
import { mappingProof } from './mappingProof'
import { MAPPING_FIELDS, mappingSource } from './mappingSource'

const code = z.string().max(255)

/** How times are written. `zone`: an IANA name for times that name no offset; null: nobody knows, so they say nothing. */
const timeFormat = z.discriminatedUnion('format', [
  z.strictObject({ format: z.literal('iso'), zone: z.string().max(60).nullable().default(null) }),
  z.strictObject({ format: z.literal('unix_s') }),
  z.strictObject({ format: z.literal('unix_ms') }),
  z.strictObject({
    format: z.literal('pattern'),
    pattern: z.string().max(60),
    zone: z.string().max(60).nullable().default(null),
  }),
])
export type TimeFormat = z.output<typeof timeFormat>

/** How recipients become international numbers. */
const recipientRules = z.strictObject({
  /** Country calling code ("44") for numbers in national form; null: there are none. */
  callingCode: z.string().max(4).nullable().default(null),
  /** Which numbers are national: those with one leading zero, or all without "+" or "00". */
  national: z.enum(['leading_zero', 'all']).default('leading_zero'),
  /** Taken off the front ("tel:"); the first that fits. */
  strip: z.array(z.string().min(1).max(40)).max(10).default([]),
})

/** Callbacks, or items of the list, that ask for nothing: inbound texts, other events. */
const inboundFilter = z.strictObject({
  source: mappingSource,
  /** Ignored when the value is one of these, or (`not_in`) when it is none of them. */
  when: z.enum(['in', 'not_in']),
  values: z.array(z.string().max(100)).min(1).max(20),
})

const statusRow = z.strictObject({ word: code.min(1), status: z.enum(STATUSES) })
const errorRow = z.strictObject({
  code: code.min(1),
  /** The provider's own name of it. */
  name: z.string().max(200).default(''),
  failureClass: z.enum(FAILURE_CLASSES),
  permanent: z.boolean().nullable().default(null),
  /** What it means to somebody outside the trade. */
  plain: z.string().max(300).default(''),
  nextStep: z.string().max(200).default(''),
})
export type MappingErrorRow = z.output<typeof errorRow>

/**
 * A mapping in any state of work: right in shape, perhaps incomplete or senseless (see `mappingProblems`). Stored as
 * draft, previewed, never switched on.
 */
export const mappingDraft = z.strictObject({
  version: z.literal(1),
  /** Name of the provider as its customers write it. */
  provider: z.string().trim().min(1).max(60),
  methods: z
    .array(z.enum(['GET', 'POST', 'PUT']))
    .max(3)
    .default(['POST']),
  proof: mappingProof.default({ kind: 'path_token' }),
  /**
   * The list of statements in the body: pointer to it from the top, and from each entry to a list within it, if there is
   * one. Null: a callback speaks of one message.
   */
  items: z
    .strictObject({ list: z.string().max(300), inner: z.string().max(300).nullable().default(null) })
    .nullable()
    .default(null),
  fields: z.partialRecord(z.enum(MAPPING_FIELDS), mappingSource).default({}),
  ignore: inboundFilter.nullable().default(null),
  time: timeFormat.default({ format: 'iso', zone: null }),
  recipient: recipientRules.default({ callingCode: null, national: 'leading_zero', strip: [] }),
  statuses: z.array(statusRow).max(300).default([]),
  ignoreCase: z.boolean().default(false),
  /** What a word means that is not in the table: `ask` keeps the receipt until a person has said it. */
  unknownWords: z.enum(['ask', ...STATUSES]).default('ask'),
  errors: z.array(errorRow).max(1000).default([]),
  /** Error codes that mean "no error". */
  noError: z.array(code).max(20).default(['0']),
  reply: z
    .strictObject({
      status: z.number().int(),
      body: z.string().max(2000).default(''),
      contentType: z.string().max(100).default('text/plain; charset=utf-8'),
    })
    .default({ status: 200, body: '', contentType: 'text/plain; charset=utf-8' }),
})
export type MappingDraft = z.output<typeof mappingDraft>

/** How the callbacks of a provider without an adapter of its own are proved and read. Complete and sensible. */
export const mapping = mappingDraft.superRefine((value, context) => {
  for (const { field, message } of mappingProblems(value))
    context.addIssue({ code: 'custom', path: field.split('.'), message, input: value })
})
export type Mapping = z.output<typeof mapping>
