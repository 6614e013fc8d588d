import type { Status } from '@/lib/status/status'
import { SMPP_STATES } from '../smppStates'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Kannel's `%d`, except 2 (see `failureStatus`). */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['1', 'delivered'],
  ['4', 'sent'],
  ['8', 'sent'],
  ['16', 'rejected'],
  ['32', 'sent'],
])

const NAMED_FAILURES: ReadonlySet<string> = new Set(['EXPIRED', 'REJECTD', 'DELETED', 'UNKNOWN'])

/** Kannel says 2 for every failure; only the SMSC's own word tells them apart. Any other word is `undelivered`. */
export function failureStatus(stat: string | null): Status {
  return (stat !== null && NAMED_FAILURES.has(stat) && SMPP_STATES.get(stat)) || 'undelivered'
}

/** What `rawStatus` can be: the SMSC's own word where the report carries one, else Kannel's. */
export const STATUS_ENTRIES: readonly StatusEntry[] = [
  ...statusEntries(new Map([...SMPP_STATES, ['SKIPPED', failureStatus('SKIPPED')]]), {
    DELIVRD: 'Beside %d=2 it is undelivered: Kannel has judged the whole receipt.',
    SKIPPED: 'A word that Kannel does not know comes as %d=2.',
    DELETED: 'Some SMSCs use it for numbers that opted out or do not exist.',
  }),
  { word: 'ACK', status: 'sent', note: 'The SMSC took the text (%d=8).' },
  { word: 'NACK', status: 'rejected', note: 'The SMSC refused the text (%d=16); the code says why.' },
  ...[...STATUSES].map(([kind, status]): StatusEntry => ({
    word: `d=${kind}`,
    status,
    note: 'Without a word of the SMSC.',
  })),
  { word: 'd=2', status: 'undelivered', note: 'Without a word of the SMSC.' },
]
