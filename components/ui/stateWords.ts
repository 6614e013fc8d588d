import type { State } from '@/lib/status/state'
import type { Status } from '@/lib/status/status'

/** What each state is called, and what exactly it counts. */
export const STATE_WORDS: Record<State, { label: string; meaning: string }> = {
  delivered: { label: 'Delivered', meaning: 'The phone has the text: the provider reported it as delivered or read.' },
  failed: { label: 'Failed', meaning: 'The provider said for good that the text did not arrive.' },
  unconfirmed: { label: 'Unconfirmed', meaning: 'The provider says that it will not learn whether the text arrived.' },
  pending: { label: 'Pending', meaning: 'On its way: no final word from the provider yet.' },
}

/** Each exact status in plain words. */
export const STATUS_WORDS: Record<Status, string> = {
  queued: 'Waiting at provider',
  sending: 'Being sent',
  sent: 'Sent to carrier',
  unknown: 'Unconfirmed',
  expired: 'Expired',
  rejected: 'Refused by provider',
  failed: 'Failed',
  undelivered: 'Undelivered',
  delivered: 'Delivered',
  read: 'Read',
}
