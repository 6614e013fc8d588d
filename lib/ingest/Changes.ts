import type { Deltas } from '@/lib/rollups/collectDeltas'
import type { BatchReceipt } from './groupArrivals'
import type { MessageState } from './messageState'
import type { QuarantineRow } from './types'

export interface ChangedReceipt {
  messageId: number
  connectionId: number
  batch: BatchReceipt
}

export interface ChangedMessage {
  id: number
  state: MessageState
}

export interface QuarantinedItem {
  callbackId: string
  receivedAt: number
  connectionId: number | null
  row: QuarantineRow
}

/** Everything that follows from a batch once its messages are locked. */
export interface Changes {
  /** Receipts of messages that existed before: some may be stored already. */
  receipts: readonly ChangedReceipt[]
  /** Receipts of messages that this batch inserted: none can be stored yet, which saves looking. */
  first: readonly ChangedReceipt[]
  /** Receipts, of either kind, that speak of a part or that an override judged. */
  special: readonly ChangedReceipt[]
  /** Messages of which any column may have changed, and those of which only the progress did. */
  updates: readonly ChangedMessage[]
  progress: readonly ChangedMessage[]
  deltas: Deltas
  landed: readonly number[]
  unlanded: readonly ChangedMessage[]
  quarantine: readonly QuarantinedItem[]
  newCodes: readonly MetCode[]
}

/** A word or code that nobody knows, as a batch met it. */
export interface MetCode {
  connectionId: number
  kind: 'status' | 'error'
  code: string
  seen: number
  first: { id: string; receivedAt: number }
  last: { id: string; receivedAt: number }
}
