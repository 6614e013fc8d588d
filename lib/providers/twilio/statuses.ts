import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

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

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  accepted: 'A first status: Twilio sends no callback for it.',
  scheduled: 'A first status: Twilio sends no callback for it.',
  sent: 'The next network took it. Can be the last word: some networks give no receipts.',
  undelivered: 'The network or the phone refused it.',
  failed: 'Twilio could not send it.',
  read: 'Only for WhatsApp and RCS.',
  canceled: 'A planned text that the sender cancelled: our own action, not the fault of anybody.',
  partially_delivered: 'Twilio does not say what this means for one text.',
  delivery_unknown: 'Only in Event Streams.',
})
