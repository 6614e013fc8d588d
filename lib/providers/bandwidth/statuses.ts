import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** `type` of an event. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['message-sending', 'sending'],
  ['message-sent', 'sent'],
  ['message-delivered', 'delivered'],
  ['message-failed', 'failed'],
  ['message-read', 'read'],
])

/** What people send or do. They come to the same URL when the application says so. */
export const INBOUND_TYPES: ReadonlySet<string> = new Set([
  'message-received',
  'suggestion-response',
  'requested-location-response',
])

/** Codes beside `message-failed` that say something else than failed. */
export const STATUS_BY_CODE: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['4360', 'expired'],
  ['5201', 'expired'],
  ['9902', 'unknown'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  'message-sending': 'Only for MMS, where receipts for MMS are switched on.',
  'message-sent': 'Only from the multi-channel API.',
  'message-delivered':
    'For SMS the network said so. For MMS without receipts it was only handed to the network; the description tells.',
  'message-failed':
    'With code 4360 or 5201 it expired. With code 9902 no receipt came in two hours: it may well have arrived.',
  'message-read': 'Only for RCS.',
})
