import type { Arrival } from './messageState'
import type { IngestItem, IngestReceipt } from './types'

/** One distinct receipt of a batch, with how often the batch holds it again. */
export interface BatchReceipt extends Arrival {
  receipt: IngestReceipt
  /** Earliest arrival in the batch and the callback that brought it. */
  receivedAt: number
  callbackId: string
  lastReceivedAt: number
  repeats: number
}

/** All that a batch says about one message. */
export interface Group {
  connectionId: number
  messageKey: string
  receipts: BatchReceipt[]
  /** Its stored state may follow an older mapping. */
  isRejudging: boolean
}

/**
 * Sorts a batch by message. Groups come in key order, which is the order in which every writer takes its row locks:
 * two batches can wait for each other, but never in a circle.
 */
export function groupArrivals(items: readonly IngestItem[]): Group[] {
  const groups = new Map<string, Group>()
  for (const { callback, receipts, isRejudging = false } of items) {
    if (callback.connectionId === null) continue
    for (const receipt of receipts) {
      const key = `${callback.connectionId}\0${receipt.messageKey}`
      let group = groups.get(key)
      if (!group) {
        group = { connectionId: callback.connectionId, messageKey: receipt.messageKey, receipts: [], isRejudging }
        groups.set(key, group)
      }
      group.isRejudging ||= isRejudging
      addTo(group, receipt, callback.id, callback.receivedAt)
    }
  }
  return [...groups.values()].sort(byKey)
}

function addTo(group: Group, receipt: IngestReceipt, callbackId: string, receivedAt: number): void {
  const same = group.receipts.find((known) => known.receipt.fingerprint === receipt.fingerprint)
  if (!same) {
    group.receipts.push({ receipt, receivedAt, lastReceivedAt: receivedAt, callbackId, repeats: 0 })
    return
  }
  same.repeats += 1
  same.lastReceivedAt = Math.max(same.lastReceivedAt, receivedAt)
  if (receivedAt < same.receivedAt) {
    same.receivedAt = receivedAt
    same.callbackId = callbackId
  }
}

function byKey(a: Group, b: Group): number {
  if (a.connectionId !== b.connectionId) return a.connectionId - b.connectionId
  return a.messageKey < b.messageKey ? -1 : 1
}
