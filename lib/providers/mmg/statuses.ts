import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** `status`; for group 3 with the substatus, which tells the handset from the operator. Anything else is `unknown`. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['2', 'undelivered'],
  ['3', 'delivered'],
  ['3/5', 'delivered'],
  ['3/2', 'sent'],
  ['4', 'expired'],
  ['5', 'rejected'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(STATUSES, {
    '2': 'Undeliverable; the substatus says why.',
    '3': 'Without a substatus.',
    '3/5': 'Delivered to the handset.',
    '3/2':
      'Delivered to the operator, not (yet) to the handset. GOV.UK Notify counts it as delivered; Landed does not.',
    '4': 'Expired; mostly the phone was off or out of reach.',
    '5': 'Rejected; the substatus says why.',
  }),
  { word: '(any other)', status: 'unknown', note: 'GOV.UK Notify calls it a technical failure.' },
]
