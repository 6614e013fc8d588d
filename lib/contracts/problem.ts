import { z } from 'zod'

/** RFC 9457 problem details. `errors` names each field and what to do about it. */
export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string(),
  errors: z.array(z.object({ field: z.string(), message: z.string() })).optional(),
})
export type Problem = z.output<typeof problem>
