import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** One letter. Anything else is `unknown`: an unknown letter is no failure. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['s', 'queued'],
  ['q', 'queued'],
  ['r', 'sent'],
  ['a', 'sent'],
  ['b', 'sent'],
  ['d', 'delivered'],
  ['f', 'undelivered'],
  ['e', 'failed'],
  ['j', 'rejected'],
  ['u', 'unknown'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(STATUSES, {
    s: 'Scheduled.',
    q: 'Queued at Textmagic.',
    r: 'Sent to the operator.',
    a: 'The operator acknowledged it.',
    b: 'The operator has queued it.',
    d: 'Delivered to the handset.',
    f: 'Error while delivering.',
    e: 'Error while sending.',
    j: 'The operator rejected it.',
    u: 'Unknown.',
  }),
  { word: '(any other)', status: 'unknown' },
]
