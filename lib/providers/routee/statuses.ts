import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Of one part of a text. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['Queued', 'queued'],
  ['Sent', 'sent'],
  ['Delivered', 'delivered'],
  ['Undelivered', 'undelivered'],
  ['Failed', 'failed'],
  ['Unsent', 'failed'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  Delivered: 'Of this part. A long text is delivered when all its parts are.',
  Unsent: 'It never left Routee.',
})
