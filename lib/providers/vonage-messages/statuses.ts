import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['submitted', 'sent'],
  ['delivered', 'delivered'],
  ['read', 'read'],
  ['rejected', 'rejected'],
  ['undeliverable', 'failed'],
])

/** "TTL was activated": Vonage says `rejected` of a text whose time ran out. */
export const EXPIRED_CODE = '1360'

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  submitted: 'Handed to the network or channel.',
  read: 'Only for chat and RCS.',
  rejected: 'With code 1360 it expired. Also stands for failed and unknown texts (code 1330).',
  undeliverable: 'Vonage could not hand it to the network or channel.',
})
