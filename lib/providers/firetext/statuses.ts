import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Anything else is `unknown`. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['0', 'delivered'],
  ['1', 'undelivered'],
  ['2', 'sent'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(STATUSES, {
    '1': 'Declined; the code says whether for good.',
    '2': 'Pending, whatever its code says: another receipt follows, at times days later.',
  }),
  { word: '(any other)', status: 'unknown', note: 'GOV.UK Notify calls it a technical failure.' },
]
