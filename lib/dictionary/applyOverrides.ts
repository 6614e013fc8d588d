import { failureClassFor } from '@/lib/providers/failureClassFor'
import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import type { Override, Overrides } from './Overrides'

/** What an adapter made of a receipt, and the words that it made it of. */
export interface Judged {
  status: Status
  rawStatus: string
  failureClass: FailureClass | null
  errorCode: string | null
}

/**
 * Status and class of a receipt under local overrides. What is said about the error code beats what is said about the
 * word, because it is the more exact; a class is kept only beside statuses that can have one. Pure.
 */
export function applyOverrides(judged: Judged, overrides: Overrides | null): Pick<Judged, 'status' | 'failureClass'> {
  if (!overrides) return { status: judged.status, failureClass: judged.failureClass }
  const word = overrides.statuses.get(judged.rawStatus)
  const code = judged.errorCode === null ? undefined : overrides.errors.get(judged.errorCode)
  if (!word && !code) return { status: judged.status, failureClass: judged.failureClass }
  const status = code?.status ?? word?.status ?? judged.status
  return { status, failureClass: classOf(status, judged, word, code) }
}

function classOf(status: Status, judged: Judged, word?: Override, code?: Override): FailureClass | null {
  const said = code?.failureClass ?? word?.failureClass ?? judged.failureClass
  const fallback = failureClassFor(status, undefined)
  return fallback === null ? null : (said ?? fallback)
}
