import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** `status.type`, with ".subtype" where there is one. Not the field `type` of the message, which has a word in common. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['ACCEPTED', 'queued'],
  ['SCHEDULED', 'queued'],
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['UNKNOWN', 'unknown'],
  ['FAILED', 'failed'],
  ['FAILED.EXPIRED', 'expired'],
  ['FAILED.BLOCKED', 'rejected'],
  ['FAILED.HANDSET_ERROR', 'failed'],
  ['FAILED.NOT_SENT', 'failed'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  ACCEPTED: 'Only in the answer to the send call.',
  UNKNOWN: 'No receipt is expected any more, or the network offers none.',
  FAILED: 'Also with a subtype that is not in this list.',
})
