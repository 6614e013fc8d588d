import { z } from 'zod'

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
  /** A proxy sorts or re-encodes the query; this is the order of names that the provider sends. */
  z.strictObject({ kind: z.literal('query_order'), names: z.array(z.string().max(100)).max(50) }),
  /** A proxy writes the body anew; this is how the provider writes it. */
  z.strictObject({ kind: z.literal('body'), form: z.string().max(40) }),
  /** Our clock is wrong by this much, seconds (positive: ours is behind). */
  z.strictObject({ kind: z.literal('clock'), seconds: z.number().int() }),
])
export type Repair = z.output<typeof repair>

/** What is set for one connection beside its secrets. */
export const connectionSettings = z.object({ repairs: z.array(repair).max(10).default([]) })
export type ConnectionSettings = z.output<typeof connectionSettings>
