import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['queued', 'queued'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['rejected', 'rejected'],
  ['read', 'read'],
])

/** Which of the times of a callback is that of its status. The others repeat what earlier callbacks said. */
export const TIME_FIELDS: ReadonlyMap<string, string> = new Map([
  ['queued', 'QueuedTime'],
  ['sent', 'SentTime'],
  ['delivered', 'DeliveryReportTime'],
  ['undelivered', 'DeliveryReportTime'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  sent: 'Can be the last word: some networks give no receipts.',
  undelivered: 'After sent: the network reported the failure. With code 420 its time ran out.',
  failed: 'After queued: Plivo could not hand it to a network.',
  rejected: 'Only in older documentation of Plivo.',
  read: 'Only for WhatsApp.',
})
