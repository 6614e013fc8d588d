import type { Overlap, RotateRequest } from '@/lib/contracts/changeConnection'
import { fromLocalInput } from '@/lib/format/localInput'

export interface OverlapValue {
  choice: Overlap | 'until'
  /** Value of the field for a moment, in the business zone. */
  until: string
}

/** The choice as the API wants it; null while the moment is incomplete. */
export function overlapRequest(
  { choice, until }: OverlapValue,
  timeZone: string,
): Pick<RotateRequest, 'overlap' | 'until'> | null {
  if (choice !== 'until') return { overlap: choice }
  const at = fromLocalInput(until, timeZone)
  return at && { until: at.toISOString() }
}
