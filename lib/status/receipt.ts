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
}
