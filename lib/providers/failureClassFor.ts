import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import type { ErrorMeaning } from './types'

const WITH_CLASS: ReadonlySet<Status> = new Set(['unknown', 'expired', 'rejected', 'failed', 'undelivered'])

/**
 * The class of a status with what its code means. Null for statuses that are no failure: a code beside `delivered`
 * is a warning. `expired` stays `expired` unless the code says something more exact (absent subscriber).
 */
export function failureClassFor(status: Status, meaning: ErrorMeaning | undefined): FailureClass | null {
  if (!WITH_CLASS.has(status)) return null
  const named = meaning?.failureClass ?? 'unknown'
  return status === 'expired' && named === 'unknown' ? 'expired' : named
}
