import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['scheduled', 'queued'],
  ['sent', 'sent'],
  ['buffered', 'sent'],
  ['delivered', 'delivered'],
  ['delivery_failed', 'undelivered'],
  ['expired', 'expired'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  buffered: 'The network keeps it because the phone is off.',
})
