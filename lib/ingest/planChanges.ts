import { collectDeltas } from '@/lib/rollups/collectDeltas'
import type { Counted } from '@/lib/rollups/dimensions'
import type { Buckets } from '@/lib/rollups/buckets'
import { isFailure } from '@/lib/status/compareReceipts'
import type { StatusReceipt } from '@/lib/status/receipt'
import type { Group } from './groupArrivals'
import { nextState, type MessageState } from './messageState'
import type { StoredMessage } from './readLocked'
import { differsInProgressOnly } from './stateColumns'
import type { IngestItem } from './types'
import type { ChangedMessage, ChangedReceipt, Changes } from './Changes'

/** A message of the batch with what was known of it before. */
export interface Known {
  group: Group
  id: number
  /** Null when this batch inserted it: then `fresh` is what was inserted. */
  stored: StoredMessage | null
  fresh: MessageState
}

interface Move {
  id: number
  before: StoredMessage | null
  after: MessageState
}

/** Works out everything that follows from a batch. Pure: reads nothing, writes nothing. */
export function planChanges(
  items: readonly IngestItem[],
  known: readonly Known[],
  storedReceipts: ReadonlyMap<number, readonly StatusReceipt[]>,
  bucketsOf: (instant: number) => Buckets,
): Changes {
  const moves = known.map(({ group, id, stored, fresh }): Move => {
    if (!stored) return { id, before: null, after: fresh }
    const receipts = storedReceipts.get(id) ?? null
    return { id, before: stored, after: nextState(group.connectionId, group.receipts, stored, receipts) }
  })
  return {
    receipts: receiptsOf(known.filter(({ stored }) => stored !== null)),
    first: receiptsOf(known.filter(({ stored }) => stored === null)),
    ...updatesOf(moves),
    deltas: collectDeltas(moves, bucketsOf),
    landed: moves.filter(({ before, after }) => before && isUnlanded(before) && !isUnlanded(after)).map(({ id }) => id),
    unlanded: moves.filter(becomesUnlanded).map(({ id, after }) => ({ id, state: after })),
    quarantine: items.flatMap(({ callback, quarantine }) =>
      quarantine.map((row) => ({
        callbackId: callback.id,
        receivedAt: callback.receivedAt,
        connectionId: callback.connectionId,
        row,
      })),
    ),
  }
}

function receiptsOf(known: readonly Known[]): ChangedReceipt[] {
  return known.flatMap(({ group, id }) =>
    group.receipts.map((batch) => ({ messageId: id, connectionId: group.connectionId, batch })),
  )
}

function updatesOf(moves: readonly Move[]): { updates: ChangedMessage[]; progress: ChangedMessage[] } {
  const updates: ChangedMessage[] = []
  const progress: ChangedMessage[] = []
  for (const { id, before, after } of moves)
    if (before) (differsInProgressOnly(before, after) ? progress : updates).push({ id, state: after })
  return { updates, progress }
}

/** Failed or unconfirmed: what the table `unlanded` lists. */
function isUnlanded(counted: Counted): boolean {
  return isFailure(counted.status) || counted.status === 'unknown'
}

function becomesUnlanded({ before, after }: Move): boolean {
  if (!isUnlanded(after)) return false
  const unchanged =
    before !== null &&
    before.status === after.status &&
    before.failureClass === after.failureClass &&
    before.cohortAt === after.cohortAt
  return !unchanged
}
