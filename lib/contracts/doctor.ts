import { z } from 'zod'
import { repair } from './connectionSettings'
import { connection } from './connection'
import { replayResult } from './callback'

export const diagnosisRequest = z.strictObject({
  registeredUrl: z
    .url()
    .max(4_000)
    .optional()
    .meta({ description: 'The URL exactly as it stands in the provider’s console.' }),
})

const place = z.object({ id: z.string(), name: z.string() })

export const remedy = z.object({
  repairs: z.array(repair),
  secretsOf: place.nullable().meta({ description: 'The connection whose secrets fit.' }),
  cause: z.string().meta({ description: 'What is wrong, one sentence.' }),
  line: z.string().meta({ description: 'The one line of configuration that makes it verify.' }),
})

export const diagnosis = z.object({
  verifies: z.boolean().meta({ description: 'True when it would be accepted as things are now.' }),
  refusal: z.object({ code: z.string(), reason: z.string() }).nullable(),
  remedy: remedy.nullable(),
  rightful: place
    .nullable()
    .meta({ description: 'The connection of another provider that these callbacks belong to.' }),
  tried: z.number().int().meta({ description: 'Combinations that were tried.' }),
  waiting: z
    .number()
    .int()
    .meta({ description: 'Refused callbacks of this connection that were looked at, this one included.' }),
  helped: z.number().int().meta({ description: 'How many of these the remedy would make verify.' }),
})
export type Diagnosis = z.output<typeof diagnosis>

export const remedyRequest = z.strictObject({ registeredUrl: diagnosisRequest.shape.registeredUrl })

export const remedyApplied = z.object({ connection: connection.pick({ id: true, name: true }), replay: replayResult })
export type RemedyApplied = z.output<typeof remedyApplied>
