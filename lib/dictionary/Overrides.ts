import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'

/** What a business says about one word or code of a provider. */
export interface Override {
  /** Null leaves the adapter's judgement. */
  status: Status | null
  failureClass: FailureClass | null
}

/** The overrides in force for one connection; those for the connection itself have replaced those for its adapter. */
export interface Overrides {
  /** By the provider's word. */
  statuses: ReadonlyMap<string, Override>
  /** By the provider's error code. */
  errors: ReadonlyMap<string, Override>
}
