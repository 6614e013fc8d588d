import type { Status } from '@/lib/status/status'

/** What each status says about a text, as one sentence. */
export const STATUS_SENTENCES: Record<Status, string> = {
  queued: 'The provider has the text and has not handed it on yet.',
  sending: 'The provider is working on it.',
  sent: 'A carrier has it; the phone has not confirmed it.',
  unknown: 'The provider itself does not know what became of it.',
  expired: 'The time allowed for it was over before it could be delivered.',
  rejected: 'It was refused before a delivery was tried.',
  failed: 'It could not be sent.',
  undelivered: 'A delivery was tried, and the network reported that it did not work.',
  delivered: 'The phone has it.',
  read: 'The person opened it.',
}
