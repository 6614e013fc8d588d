import type { LiveChange } from '@/lib/contracts/live'
import { MAX_NOTIFIED_RECEIPTS } from './channel'

/** What a stream still has to be told, without the moment of telling. */
export type PendingChange = Omit<LiveChange, 'at'>

/** Two changes as one: counts add up, the oldest arrival tells how far behind it is, the newest receipts stay. */
export function mergeChanges(earlier: PendingChange, later: PendingChange): PendingChange {
  return {
    committedAt: earlier.committedAt < later.committedAt ? earlier.committedAt : later.committedAt,
    receipts: earlier.receipts + later.receipts,
    quarantined: earlier.quarantined + later.quarantined,
    connections: earlier.connections || later.connections,
    newest: [...later.newest, ...earlier.newest].slice(0, MAX_NOTIFIED_RECEIPTS),
  }
}
