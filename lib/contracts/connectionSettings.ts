import { z } from 'zod'

/** How a provider may have written a body that a proxy wrote anew. */
export const BODY_FORMS = [
  'json_compact',
  'json_spaced',
  'json_pretty_2',
  'json_pretty_4',
  'json_ascii',
  'json_unicode',
  'json_escaped_slashes',
  'json_plain_slashes',
  'with_newline',
  'without_newline',
  'with_crlf',
  'with_lf',
  'with_bom',
  'without_bom',
  'form_plus',
  'form_percent',
  'form_upper_hex',
  'form_lower_hex',
] as const
export type BodyForm = (typeof BODY_FORMS)[number]

/** How a provider may have written a query that a proxy wrote anew. */
export const QUERY_FORMS = ['form_plus', 'form_percent', 'form_upper_hex', 'form_lower_hex'] as const
export type QueryForm = (typeof QUERY_FORMS)[number]

/**
 * One thing that lies between the provider and us and has to be undone before a signature is checked. The doctor finds
 * them; a person applies them. In the order in which they are applied.
 */
export const repair = z.discriminatedUnion('kind', [
  /** Scheme, host and port that the provider calls, where it is not PUBLIC_URL: "https://hooks.example.com:8443". */
  z.strictObject({ kind: z.literal('origin'), origin: z.url() }),
  /** A proxy takes this off the front of the path. */
  z.strictObject({ kind: z.literal('path_prefix'), prefix: z.string().startsWith('/').max(200) }),
  /** A proxy adds or removes the slash at the end of the path. */
  z.strictObject({ kind: z.literal('path_slash'), slash: z.enum(['with', 'without']) }),
  /** A proxy sorts the query; this is the order of names in which the provider sends it. */
  z.strictObject({ kind: z.literal('query_order'), names: z.array(z.string().max(100)).max(50) }),
  /** A proxy encodes the query anew; this is how the provider encodes it. */
  z.strictObject({ kind: z.literal('query_form'), form: z.enum(QUERY_FORMS) }),
  /** A proxy writes the body anew; this is how the provider writes it. */
  z.strictObject({ kind: z.literal('body'), form: z.enum(BODY_FORMS) }),
  /** Our clock is wrong by this much, seconds (positive: ours is behind). */
  z.strictObject({ kind: z.literal('clock'), seconds: z.number().int() }),
])
export type Repair = z.output<typeof repair>

/** What is set for one connection beside its secrets. */
export const connectionSettings = z.object({
  repairs: z.array(repair).max(10).default([]),
  /** When each secret got its present value, where that was after the connection was added. */
  secretsSetAt: z.record(z.string(), z.iso.datetime()).optional(),
})
export type ConnectionSettings = z.output<typeof connectionSettings>
