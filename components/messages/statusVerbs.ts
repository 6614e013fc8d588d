import type { Status } from '@/lib/status/status'

/** Completes "1 text …" and "12 texts …". */
export interface Verb {
  one: string
  many: string
}

/** What a text of each status did, in words that follow its number. */
export const STATUS_VERBS: Record<Status, Verb> = {
  queued: { one: 'waits at the provider', many: 'wait at the provider' },
  sending: { one: 'is being sent', many: 'are being sent' },
  sent: { one: 'is with its carrier, not confirmed yet', many: 'are with their carriers, not confirmed yet' },
  unknown: same('can be neither confirmed nor denied'),
  expired: { one: 'expired before it could be delivered', many: 'expired before they could be delivered' },
  rejected: { one: 'was refused by the provider', many: 'were refused by the provider' },
  failed: same('failed'),
  undelivered: { one: 'was not delivered', many: 'were not delivered' },
  delivered: same('landed'),
  read: { one: 'was read', many: 'were read' },
}

function same(verb: string): Verb {
  return { one: verb, many: verb }
}
