import type { Status } from '@/lib/status/status'

/**
 * The state words of SMPP receipts (`stat`). By the standard `ACCEPTD` is final; in practice it means "the SMSC has it"
 * and a final receipt follows.
 */
export const SMPP_STATES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['SCHEDULED', 'queued'],
  ['ENROUTE', 'sent'],
  ['ACCEPTD', 'sent'],
  ['BUFFRED', 'sent'],
  ['BUFFERD', 'sent'],
  ['ACKED', 'sent'],
  ['DELIVRD', 'delivered'],
  ['EXPIRED', 'expired'],
  ['DELETED', 'failed'],
  ['UNDELIV', 'undelivered'],
  ['UNKNOWN', 'unknown'],
  ['REJECTD', 'rejected'],
  ['SKIPPED', 'failed'],
])
