import type { Status } from '@/lib/status/status'
import { statusEntries } from '../statusTable'
import type { StatusEntry } from '../types'

/** Vonage's words. `accepted` comes from downstream, so the text has left Vonage: `sent`. */
export const STATUSES: ReadonlyMap<string, Status> = new Map<string, Status>([
  ['accepted', 'sent'],
  ['buffered', 'sent'],
  ['delivered', 'delivered'],
  ['expired', 'expired'],
  ['failed', 'failed'],
  ['rejected', 'rejected'],
  ['unknown', 'unknown'],
])

export const STATUS_ENTRIES: readonly StatusEntry[] = statusEntries(STATUSES, {
  accepted: 'The network has it. A code beside it is that of a try that still goes on.',
  buffered: 'The network keeps it and will try again.',
  delivered: 'Some networks send receipts that only prove a hop, or false ones.',
  expired: 'Vonage says it too when no receipt came in 72 hours.',
  unknown: 'A real status may still come.',
})
