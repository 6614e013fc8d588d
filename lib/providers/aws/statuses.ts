import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/**
 * What the word of an event says behind its "TEXT_" or "MEDIA_"; the same words are the `record_status` of Pinpoint.
 */
const OF_SMS: readonly (readonly [string, Status])[] = [
  ['QUEUED', 'queued'],
  ['PENDING', 'sending'],
  ['SENT', 'sent'],
  ['SUCCESSFUL', 'sent'],
  ['DELIVERED', 'delivered'],
  ['INVALID', 'failed'],
  ['INVALID_MESSAGE', 'rejected'],
  ['UNREACHABLE', 'undelivered'],
  ['CARRIER_UNREACHABLE', 'undelivered'],
  ['BLOCKED', 'rejected'],
  ['CARRIER_BLOCKED', 'rejected'],
  ['SPAM', 'rejected'],
  ['TTL_EXPIRED', 'expired'],
  ['UNKNOWN', 'unknown'],
  ['PROTECT_BLOCKED', 'rejected'],
]
const OF_FILES: readonly (readonly [string, Status])[] = [
  ['FILE_INACCESSIBLE', 'rejected'],
  ['FILE_TYPE_UNSUPPORTED', 'rejected'],
  ['FILE_SIZE_EXCEEDED', 'rejected'],
]
const OF_RCS: readonly (readonly [string, Status])[] = [
  ['QUEUED', 'queued'],
  ['SENT', 'sent'],
  ['DELIVERED', 'delivered'],
  ['READ', 'read'],
  ['FAILED', 'failed'],
  ['TTL_EXPIRED', 'expired'],
  ['PROTECT_BLOCKED', 'rejected'],
  ['FALLEN_BACK_TO_SMS', 'sent'],
]

/** `record_status` of the Pinpoint stream. It does not say what is final, so SUCCESSFUL is no proof of delivery. */
export const RECORD_STATUSES: ReadonlyMap<string, Status> = new Map(OF_SMS)

/** `eventType`; "SUCCESSFUL" for an event that is not final. */
export const EVENT_STATUSES: ReadonlyMap<string, Status> = new Map([
  ...prefixed('TEXT_', OF_SMS),
  ...prefixed('MEDIA_', [...OF_SMS, ...OF_FILES]),
  ...prefixed('RCS_', OF_RCS),
])

/** `status` of the older SNS log; the reason text of a failure can say more (see errors.ts). */
export const LOG_STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['SUCCESS', 'delivered'],
  ['FAILURE', 'undelivered'],
])

function prefixed(prefix: string, words: readonly (readonly [string, Status])[]): (readonly [string, Status])[] {
  return words.map(([word, status]) => [prefix + word, status])
}

/**
 * Accepted by the carrier. With some countries and senders nothing better ever comes: then it is final, and delivered.
 */
export function isCarrierProof(eventType: string): boolean {
  return eventType === 'TEXT_SUCCESSFUL' || eventType === 'MEDIA_SUCCESSFUL'
}

const ACCEPTED =
  'Accepted by the carrier. With isFinal true no better proof will come, and it counts as delivered (proof of the carrier only).'
const AFTER_72_HOURS = 'Also what AWS says after 72 hours without a word from the carrier.'

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(EVENT_STATUSES, {
    TEXT_PENDING: 'On its way, not delivered.',
    TEXT_SENT: 'In the list of types; the API reference says that it is not used.',
    TEXT_SUCCESSFUL: ACCEPTED,
    MEDIA_SUCCESSFUL: ACCEPTED,
    TEXT_UNKNOWN: AFTER_72_HOURS,
    MEDIA_UNKNOWN: AFTER_72_HOURS,
    TEXT_CARRIER_UNREACHABLE: 'Usually passing.',
    TEXT_PROTECT_BLOCKED: 'Stopped by your own protect configuration.',
    RCS_FALLEN_BACK_TO_SMS: 'Sent again as SMS: its events follow.',
  }),
  ...[...RECORD_STATUSES].map(([word, status]): StatusEntry => ({
    word,
    status,
    note:
      word === 'SUCCESSFUL'
        ? 'record_status of the older Pinpoint stream. It does not say whether anything follows, so it proves no delivery.'
        : 'record_status of the older Pinpoint stream.',
  })),
  { word: 'SUCCESS', status: 'delivered', note: 'Older SNS log. It may only mean that the carrier accepted the text.' },
  {
    word: 'FAILURE',
    status: 'undelivered',
    note: 'Older SNS log. Refused by somebody on the way: rejected, by its text.',
  },
]
