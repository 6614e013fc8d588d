import type { Status } from '@/lib/status/status'

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
