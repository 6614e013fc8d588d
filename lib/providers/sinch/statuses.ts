import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** As the API writes them; one of Sinch's own SDKs has them in upper case. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['Queued', 'queued'],
  ['Dispatched', 'sent'],
  ['Aborted', 'failed'],
  ['Cancelled', 'failed'],
  ['Rejected', 'rejected'],
  ['Deleted', 'undelivered'],
  ['Delivered', 'delivered'],
  ['Failed', 'failed'],
  ['Expired', 'expired'],
  ['Unknown', 'unknown'],
])

const SPELLINGS: ReadonlyMap<string, string> = new Map([...STATUSES.keys()].map((word) => [word.toLowerCase(), word]))

/** The word as the API spells it, whatever its case; a word that is not known stays as sent. */
export function spell(word: string): string {
  return SPELLINGS.get(word.toLowerCase()) ?? word
}

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  Queued: 'Inside Sinch.',
  Dispatched: 'Accepted by the message centre of the network.',
  Aborted: 'Stopped before it reached the message centre.',
  Cancelled: 'Cancelled by you before it reached the message centre.',
  Deleted: 'Removed by a distant message centre: perhaps an invalid number, or a person who opted out.',
  Unknown: 'No receipt came, or none that could be read. Final for Sinch, but it may have been delivered.',
})
