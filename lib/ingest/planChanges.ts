import { collectDeltas } from '@/lib/rollups/collectDeltas'
import type { Buckets } from '@/lib/rollups/buckets'
import type { Group } from './groupArrivals'
import { listMoves, type Move } from './listMoves'
import { nextState, type MessageState, type StoredReceipt } from './messageState'
import type { StoredMessage } from './readLocked'
import { differsInProgressOnly } from './stateColumns'
import type { IngestItem } from './types'
import type { ChangedMessage, ChangedReceipt, Changes, MetCode } from './Changes'

/** A message of the batch with what was known of it before. */
export interface Known {
  group: Group
  id: number
  /** Null when this batch inserted it: then `fresh` is what was inserted. */
  stored: StoredMessage | null
  fresh: MessageState
}

/** Works out everything that follows from a batch. Pure: reads nothing, writes nothing. */
export function planChanges(
  items: readonly IngestItem[],
  known: readonly Known[],
  storedReceipts: ReadonlyMap<number, readonly StoredReceipt[]>,
  bucketsOf: (instant: number) => Buckets,
): Changes {
  const moves = known.map(({ group, id, stored, fresh }): Move => {
    if (!stored) return { id, before: null, after: fresh }
    const receipts = storedReceipts.get(id) ?? null
    return { id, before: stored, after: nextState(group.connectionId, group.receipts, stored, receipts) }
  })
  return {
    ...splitReceipts(known),
    ...updatesOf(moves),
    deltas: collectDeltas(moves, bucketsOf),
    ...listMoves(moves),
    quarantine: items.flatMap(({ callback, quarantine }) =>
      quarantine.map((row) => ({
        callbackId: callback.id,
        receivedAt: callback.receivedAt,
        connectionId: callback.connectionId,
        row,
      })),
    ),
    newCodes: newCodesOf(items),
  }
}

/** Each new word or code once per connection, with how often the batch shows it and its first and last callback. */
function newCodesOf(items: readonly IngestItem[]): MetCode[] {
  const met = new Map<string, MetCode>()
  for (const { callback, newCodes } of items) {
    if (!newCodes || callback.connectionId === null) continue
    for (const { kind, code } of newCodes) addCode(met, callback.connectionId, kind, code, callback)
  }
  return [...met.values()].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
}

function addCode(
  met: Map<string, MetCode>,
  connectionId: number,
  kind: MetCode['kind'],
  code: string,
  { id, receivedAt }: IngestItem['callback'],
): void {
  const key = keyOf({ connectionId, kind, code })
  const known = met.get(key)
  if (!known) {
    met.set(key, { connectionId, kind, code, seen: 1, first: { id, receivedAt }, last: { id, receivedAt } })
    return
  }
  known.seen += 1
  if (receivedAt < known.first.receivedAt) known.first = { id, receivedAt }
  if (receivedAt >= known.last.receivedAt) known.last = { id, receivedAt }
}

function keyOf({ connectionId, kind, code }: Pick<MetCode, 'connectionId' | 'kind' | 'code'>): string {
  return `${String(connectionId).padStart(10, '0')} ${kind} ${code}`
}

/** Few receipts carry more than the usual columns; they go by a part of the statement that the others need not pay for. */
function splitReceipts(known: readonly Known[]): Pick<Changes, 'receipts' | 'first' | 'special'> {
  const receipts = receiptsOf(known.filter(({ stored }) => stored !== null))
  const first = receiptsOf(known.filter(({ stored }) => stored === null))
  if (!receipts.some(isSpecial) && !first.some(isSpecial)) return { receipts, first, special: [] }
  const usual = (each: ChangedReceipt) => !isSpecial(each)
  return {
    receipts: receipts.filter(usual),
    first: first.filter(usual),
    special: [...receipts, ...first].filter(isSpecial),
  }
}

function isSpecial({ batch: { receipt } }: ChangedReceipt): boolean {
  return receipt.part !== null || receipt.overridden !== null
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
