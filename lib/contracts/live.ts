import { z } from 'zod'
import { feedItem } from './message'

/**
 * Events of `GET /api/live` (server-sent events, `data:` is JSON):
 * `hello` once, then `change` whenever something was committed (merged, at most ten a second), `beat` every 10 s.
 */
export const liveHello = z.object({ at: z.iso.datetime() })
export const liveChange = z.object({
  at: z.iso.datetime().meta({ description: 'When the server sent the event.' }),
  committedAt: z.iso.datetime().meta({ description: 'Arrival of the oldest callback in it.' }),
  receipts: z.number().int(),
  quarantined: z.number().int(),
  connections: z.boolean().meta({ description: 'True when a connection was added, changed or removed.' }),
  newest: z.array(feedItem).meta({ description: 'At most 12, newest first.' }),
})
export type LiveChange = z.output<typeof liveChange>
export const liveBeat = z.object({ at: z.iso.datetime() })
