import { z } from 'zod'

const at = z.iso.datetime()

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
})
export type Connection = z.output<typeof connection>
export const connectionList = z.object({ items: z.array(connection) })
export type ConnectionList = z.output<typeof connectionList>

export const connectionCreate = z.object({
  adapter: z.string().max(40),
  name: z.string().trim().min(1).max(80),
  secrets: z.record(z.string().max(60), z.string().max(4000)).default({}),
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
  secrets: z.array(
    z.object({
      name: z.string(),
      label: z.string(),
      help: z.string(),
      required: z.boolean(),
      generated: z.boolean(),
      options: z.array(z.string()).nullable(),
    }),
  ),
})
export const providerList = z.object({ items: z.array(providerInfo) })
export type ProviderList = z.output<typeof providerList>

export const sampleRequest = z.object({ count: z.number().int().min(1).max(2000).default(300) })
export const sampleStarted = z.object({ connections: z.array(z.string()), messages: z.number().int() })
