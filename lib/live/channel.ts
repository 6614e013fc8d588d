import { z } from 'zod'
import { feedItem } from '@/lib/contracts/message'

/** The channel on which a process tells all others what it committed. */
export const CHANGE_CHANNEL = 'landed_change'

export const MAX_NOTIFIED_RECEIPTS = 12

/** What commits tell. Recipients are masked: payloads can end up in PostgreSQL's log. */
export const changePayload = z.object({
  committedAt: z.iso.datetime(),
  receipts: z.number().int(),
  quarantined: z.number().int(),
  newest: z.array(feedItem),
})
export type ChangePayload = z.output<typeof changePayload>
