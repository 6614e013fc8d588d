import type { FailureClass } from './failureClass'
import type { Status } from './status'

/** What one receipt says about the state of its message: the part of it that the join looks at. */
export interface StatusReceipt {
  status: Status
  /** The provider's own word for the status, as sent. */
  rawStatus: string
  failureClass: FailureClass | null
  /** The provider's own code, as sent; null when it gave none. */
  errorCode: string | null
  /** The provider's clock, ms since 1970 UTC; null when the receipt carries no usable time. */
  occurredAt: number | null
  /** Number of the part that it speaks of, of `parts`; null or absent where it speaks of the whole text. */
  part?: number | null
  parts?: number | null
}
