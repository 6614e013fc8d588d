import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** `to[].status`: the word for one recipient. The event type says less. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['queued', 'queued'],
  ['scheduled', 'queued'],
  ['sending', 'sending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['sending_failed', 'failed'],
  ['delivery_failed', 'undelivered'],
  ['delivery_unconfirmed', 'unknown'],
  ['expired', 'expired'],
  ['cancelled', 'failed'],
  ['read', 'read'],
  ['gw_timeout', 'failed'],
  ['dlr_timeout', 'unknown'],
  ['failed', 'failed'],
])

/** The word of an inbound text: it says nothing about a text of ours. */
export const INBOUND_STATUS = 'webhook_delivered'

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  sent: 'The next network took it.',
  sending_failed: 'Telnyx could not hand it on.',
  delivery_failed: 'The network reported the failure.',
  delivery_unconfirmed: 'No receipt came. This is no failure: networks without receipts end here.',
  cancelled: 'Cancelled by the sender: our own action, not the fault of anybody.',
  read: 'Only for RCS.',
  gw_timeout: 'Only in detail records. A gateway did not answer in time.',
  dlr_timeout: 'Only in detail records. No receipt came in time.',
  failed: 'Only in detail records.',
})
