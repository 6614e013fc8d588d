import { z } from 'zod'
import { repair } from './connectionSettings'
import { mappingDraft } from './mapping'

const at = z.iso.datetime()

/** A secret or setting that connections of a provider have. */
export const secretField = z.object({
  name: z.string(),
  label: z.string(),
  help: z.string(),
  required: z.boolean(),
  generated: z.boolean(),
  options: z.array(z.string()).nullable(),
  setting: z.boolean().meta({ description: 'Proves nothing by itself: can be corrected without a rotation.' }),
})
export type SecretField = z.output<typeof secretField>

export const connection = z.object({
  id: z.string(),
  adapter: z.string(),
  name: z.string(),
  sample: z.boolean(),
  callbackUrl: z.url(),
  setup: z.string(),
  createdAt: at,
  pausedAt: at.nullable(),
  lastSeenAt: at.nullable().meta({ description: 'Arrival of its newest callback among those still kept.' }),
  urlSuffix: z.string().nullable().meta({ description: 'What must follow the callback URL; see the providers.' }),
  secrets: z
    .array(z.object({ name: z.string(), setAt: at }))
    .nullable()
    .meta({ description: 'Which secrets are set and since when, never their values; null: sealed with another key.' }),
  secretFields: z
    .array(secretField)
    .nullable()
    .meta({ description: 'Which secrets there are, where its own mapping says so; null: those of its provider.' }),
  rotation: z.object({ until: at, usedAt: at.nullable() }).nullable().meta({
    description: 'While the secrets before the last rotation are still accepted: until when, last used when.',
  }),
  repairs: z.array(repair).meta({ description: 'What is undone before its callbacks are verified.' }),
})
export type Connection = z.output<typeof connection>
export const connectionList = z.object({ items: z.array(connection) })
export type ConnectionList = z.output<typeof connectionList>

export const connectionCreate = z.object({
  adapter: z.string().max(40),
  name: z.string().trim().min(1).max(80),
  secrets: z.record(z.string().max(60), z.string().max(4000)).default({}),
  mapping: mappingDraft
    .optional()
    .meta({ description: 'With the adapter "custom": how its callbacks are read, as a draft to be switched on.' }),
})
export type ConnectionCreate = z.input<typeof connectionCreate>

/** The answer to a creation: the only moment at which a generated secret is shown. */
export const connectionCreated = connection.extend({ generatedSecrets: z.record(z.string(), z.string()) })
export type ConnectionCreated = z.output<typeof connectionCreated>

export const connectionRemoved = z.object({ id: z.string(), messages: z.number().int(), receipts: z.number().int() })

/** What the "add a connection" form needs to know about a provider. */
export const providerInfo = z.object({
  id: z.string(),
  name: z.string(),
  setup: z.string(),
  urlSuffix: z
    .string()
    .nullable()
    .meta({ description: 'What must follow the callback URL; "{secret:name}" stands for that secret.' }),
  proof: z.enum(['signature', 'credentials', 'token']).meta({
    description: 'What proves its callbacks: a signature, a password in a header, or a secret in the URL.',
  }),
  secrets: z.array(secretField),
})
export const providerList = z.object({ items: z.array(providerInfo) })
export type ProviderList = z.output<typeof providerList>

export const sampleRequest = z.object({ count: z.number().int().min(1).max(2000).default(300) })
export const sampleStarted = z.object({ connections: z.array(z.string()), messages: z.number().int() })
