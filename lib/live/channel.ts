import { z } from 'zod'
import { feedItem } from '@/lib/contracts/message'

/** The channel on which a commit tells all processes what it changed. */
export const CHANGE_CHANNEL = 'landed_change'

/** PostgreSQL refuses payloads of 8000 bytes and more. */
export const MAX_NOTIFIED_RECEIPTS = 12

/** What one commit tells. Recipients are masked: payloads can end up in PostgreSQL's log. */
export const changePayload = z.object({
  committedAt: z.iso.datetime(),
  receipts: z.number().int(),
  quarantined: z.number().int(),
  newest: z.array(feedItem),
})
export type ChangePayload = z.output<typeof changePayload>
