import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Anything else is `unknown`. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['Submitted', 'sent'],
  ['Sent', 'sent'],
  ['Buffered', 'sent'],
  ['Queued', 'queued'],
  ['Success', 'delivered'],
  ['Delivered', 'delivered'],
  ['Rejected', 'rejected'],
  ['Failed', 'failed'],
  ['Expired', 'expired'],
  ['AbsentSubscriber', 'undelivered'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(STATUSES, {
    Buffered: 'The phone is not available yet.',
    Success: 'In a callback: delivered to the handset. In the answer to the send call the same word means accepted.',
    AbsentSubscriber: 'The phone was off or out of reach.',
  }),
  { word: '(any other)', status: 'unknown' },
]
