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

/** "sum(queued) AS queued, …" for all statuses. */
export const SUMS = STATUSES.map((status) => `sum(r.${status}) AS ${status}`).join(', ')
/** "r.queued, …" for all statuses. */
export const STATUS_COLUMNS = STATUSES.map((status) => `r.${status}`).join(', ')

/** What an empty range counts. */
export const NOTHING = Object.fromEntries(STATUSES.map((status) => [status, 0])) as StatusCounts

/** Adds the statuses up to the four states that a person sees. */
export function toStates(counts: StatusCounts): StateCounts {
  const sumOf = (statuses: readonly Status[]) => statuses.reduce((sum, status) => sum + counts[status], 0)
  return Object.fromEntries(STATES.map((state) => [state, sumOf(STATUSES_OF_STATE[state])])) as StateCounts
}
