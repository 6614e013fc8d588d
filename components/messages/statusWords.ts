import type { Status } from '@/lib/status/status'

/** Each status as a short label ("Sent to carrier"). */
export const STATUS_LABELS: Record<Status, string> = {
  queued: 'Queued',
  sending: 'Being sent',
  sent: 'Sent to carrier',
  unknown: 'Unconfirmed',
  expired: 'Expired',
  rejected: 'Rejected',
  failed: 'Failed',
  undelivered: 'Not delivered',
  delivered: 'Delivered',
  read: 'Read',
}

/** Completes "1 text …" and "12 texts …". */
export const STATUS_VERBS: Record<Status, { one: string; many: string }> = {
  queued: same('waited to be sent at last word'),
  sending: { one: 'is being sent', many: 'are being sent' },
  sent: { one: 'is with its carrier, not confirmed yet', many: 'are with their carriers, not confirmed yet' },
  unknown: same('can be neither confirmed nor denied'),
  expired: { one: 'expired before it could be delivered', many: 'expired before they could be delivered' },
  rejected: { one: 'was rejected', many: 'were rejected' },
  failed: same('failed'),
  undelivered: { one: 'was not delivered', many: 'were not delivered' },
  delivered: same('landed'),
  read: { one: 'was read', many: 'were read' },
}

function same(verb: string): { one: string; many: string } {
  return { one: verb, many: verb }
}
