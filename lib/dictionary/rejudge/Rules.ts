import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import type { Overrides } from '../Overrides'

/** What a statement is taken to say. */
export interface Judgement {
  status: Status
  failureClass: FailureClass | null
}

/** By what the stored receipts of one connection are judged. */
export interface Rules {
  overrides: Overrides | null
  /**
   * What the connection's own mapping makes of the words of a receipt; null for a word that it does not know, which then
   * keeps the judgement that it has. Absent where an adapter reads the callbacks: its judgement is stored beside the
   * receipt.
   */
  mapping: ((rawStatus: string, errorCode: string | null) => Judgement | null) | null
}

/** The judgement of a stored receipt, with what it was made of. */
export interface StoredJudgement extends Judgement {
  rawStatus: string
  errorCode: string | null
  /** What the adapter made of it, where an override says otherwise; null: no override. */
  adapterStatus: Status | null
  adapterClass: FailureClass | null
}
