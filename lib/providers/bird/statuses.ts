import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** `type` of events; the last two are words of the message resource, for which Bird has no event. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['sms.accepted', 'queued'],
  ['sms.sent', 'sent'],
  ['sms.delivered', 'delivered'],
  ['sms.undelivered', 'undelivered'],
  ['sms.failed', 'failed'],
  ['sms.rejected', 'rejected'],
  ['sms.expired', 'expired'],
  ['scheduled', 'queued'],
  ['canceled', 'failed'],
])

const NO_EVENT = 'Only in the message resource; no event tells of it.'

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  'sms.undelivered': 'Bird calls it not permanent: it may still be delivered.',
  'sms.failed': 'Permanent.',
  scheduled: NO_EVENT,
  canceled: NO_EVENT,
})
