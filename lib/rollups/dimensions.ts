import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'

/** Where a message is counted: its place in the cube and what it counts as there. */
export interface Counted {
  connectionId: number
  cohortAt: number
  country: string
  carrier: string
  purpose: string
  location: string
  status: Status
  failureClass: FailureClass | null
}
