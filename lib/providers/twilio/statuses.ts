import type { Status } from '@/lib/status/status'

/** Twilio's words. `canceled` and `partially_delivered` are our reading: Twilio does not say what they mean for us. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['accepted', 'queued'],
  ['scheduled', 'queued'],
  ['queued', 'queued'],
  ['sending', 'sending'],
  ['sent', 'sent'],
  ['delivered', 'delivered'],
  ['undelivered', 'undelivered'],
  ['failed', 'failed'],
  ['read', 'read'],
  ['canceled', 'failed'],
  ['partially_delivered', 'unknown'],
  ['delivery_unknown', 'unknown'],
])

/** Words of inbound texts, which reach this URL by a wrong setting. They say nothing about a text of ours. */
export const INBOUND_STATUSES: ReadonlySet<string> = new Set(['receiving', 'received'])
