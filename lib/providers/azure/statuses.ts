import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'

/**
 * `deliveryStatus`. Any other word is `unknown`: only these two are documented, and no report is an intermediate one.
 */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['Delivered', 'delivered'],
  ['Failed', 'failed'],
])

export const STATUS_ENTRIES = statusEntries(STATUSES, {
  Delivered: 'The details then say "No error." or 2000.',
  Failed: 'The reason is in the details (deliveryStatusDetails).',
})
