import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Numbers of Central and Platform REST, without the zeros that Central writes before them. Not those of One API. */
export const CODES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['1', 'failed'],
  ['2', 'queued'],
  ['3', 'sent'],
  ['4', 'delivered'],
  ['5', 'failed'],
  ['6', 'failed'],
  ['7', 'undelivered'],
  ['8', 'queued'],
  ['9', 'undelivered'],
  ['10', 'expired'],
  ['11', 'queued'],
  ['12', 'rejected'],
  ['13', 'unknown'],
  ['14', 'rejected'],
])

/** Words of One API. */
const WORDS: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['QUEUED', 'queued'],
  ['SCHEDULED', 'queued'],
  ['SENT_TO_SUPPLIER', 'sent'],
  ['DEVICE_ACK', 'delivered'],
  ['READ', 'read'],
  ['EXPIRED', 'expired'],
  ['DELIVERY_FAILURE', 'undelivered'],
  ['STOPPED_BY_USER', 'failed'],
  ['STOPPED_BY_ADMIN', 'failed'],
  ['INSUFFICIENT_ACCOUNT_BALANCE', 'rejected'],
  ['VOLUME_LIMIT', 'rejected'],
  ['VOLUME_LIMIT_DAILY', 'rejected'],
  ['VOLUME_LIMIT_MONTHLY', 'rejected'],
  ['RECIPIENT_DOES_NOT_EXIST', 'rejected'],
  ['ROUTING_ERROR', 'rejected'],
  ['EMULATED', 'delivered'],
  ['UNKNOWN', 'unknown'],
])

/** Families of words that are not listed one by one. */
const REJECTED_FAMILIES = ['MEDIA_', 'ENCRYPTION_', 'WHATSAPP_'] as const

/** The words with that of this callback, if it is of a family: what `readStatus` looks up in. */
export function statusesFor(word: string): ReadonlyMap<string, Status> {
  if (!REJECTED_FAMILIES.some((family) => word.startsWith(family))) return WORDS
  return new Map<string, Status>([[word, 'rejected']])
}

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(CODES, {
    '1': 'Message unknown: Clickatell does not know the id.',
    '2': 'Message queued.',
    '3': 'Delivered to gateway: not yet at the phone.',
    '4': 'Received by recipient.',
    '5': 'Error with message.',
    '6': 'User cancelled message delivery.',
    '7': 'Error delivering message.',
    '8': 'OK, received by gateway. No error.',
    '9': 'Routing error.',
    '10': 'Message expired.',
    '11': 'Queued for later delivery.',
    '12': 'Out of credit.',
    '13': 'Not used.',
    '14': 'Maximum MT limit exceeded.',
  }),
  ...statusEntries(WORDS, { EMULATED: 'A test: no text was sent, and no phone received one.' }),
  ...REJECTED_FAMILIES.map((family) => ({ word: `${family}*`, status: 'rejected' as const })),
]
