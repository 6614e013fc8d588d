import type { Status } from '@/lib/status/status'
import { SMPP_STATES } from '../smppStates'

/** Kannel's `%d`, except 2 (see `failureStatus`). */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['1', 'delivered'],
  ['4', 'sent'],
  ['8', 'sent'],
  ['16', 'rejected'],
  ['32', 'sent'],
])

const NAMED_FAILURES: ReadonlySet<Status> = new Set(['expired', 'rejected', 'failed', 'unknown'])

/** Kannel says 2 for every failure; only the SMSC's own word tells them apart. Any other word is `undelivered`. */
export function failureStatus(stat: string | null): Status {
  const status = SMPP_STATES.get(stat ?? '')
  return status && NAMED_FAILURES.has(status) ? status : 'undelivered'
}
