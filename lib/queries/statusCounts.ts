import { z } from 'zod'
import type { StateCounts } from '@/lib/contracts/metrics'
import { STATES, STATUSES_OF_STATE } from '@/lib/status/state'
import { type Status, STATUSES } from '@/lib/status/status'

const count = z.coerce.number().int()

/** One column per status, as the counters have them. */
export const statusCounts = z.object(
  Object.fromEntries(STATUSES.map((status) => [status, count])) as Record<Status, typeof count>,
)
export type StatusCounts = z.output<typeof statusCounts>

/**
 * "sum(r.queued::float8) AS queued, …" for all statuses. Double precision is exact up to 2^53, and adds up several times
 * faster than bigint, whose sums are numeric.
 */
export const SUMS = STATUSES.map((status) => `sum(r.${status}::float8) AS ${status}`).join(', ')
/** What an empty range counts. */
export const NOTHING = Object.fromEntries(STATUSES.map((status) => [status, 0])) as StatusCounts

/** Adds the statuses up to the four states that a person sees. */
export function toStates(counts: StatusCounts): StateCounts {
  const sumOf = (statuses: readonly Status[]) => statuses.reduce((sum, status) => sum + counts[status], 0)
  return Object.fromEntries(STATES.map((state) => [state, sumOf(STATUSES_OF_STATE[state])])) as StateCounts
}
