import type { MessagesFilter } from '@/lib/client/messagesHref'
import type { Summary } from '@/lib/contracts/metrics'
import { STATES } from '@/lib/status/state'

/** How many messages a filter matches; `exact` false: more than `count`. */
export interface Matches {
  count: number
  exact: boolean
}

interface Known {
  filter: MessagesFilter
  summary: Summary | undefined
  shown: readonly unknown[]
  complete: boolean
}

/**
 * Counts from the loaded rows when they are all there are, from the counters when these count exactly this filter, and
 * otherwise says only that there are more than the loaded ones.
 */
export function countMatches({ filter, summary, shown, complete }: Known): Matches {
  if (complete) return { count: shown.length, exact: true }
  const counted = summary && fromCounters(filter, summary)
  return counted === undefined || counted < shown.length
    ? { count: shown.length, exact: false }
    : { count: counted, exact: true }
}

/** Undefined when the counters do not know this combination: they know one narrowing at a time. */
function fromCounters({ state, status, failureClass, q }: MessagesFilter, summary: Summary): number | undefined {
  const narrowings = [state, status, failureClass].filter(Boolean).length
  if (q || narrowings > 1) return undefined
  if (status) return summary.statuses[status] ?? 0
  if (failureClass) return summary.failures.find((failure) => failure.failureClass === failureClass)?.messages ?? 0
  if (state) return summary.counts[state]
  return STATES.reduce((sum, each) => sum + summary.counts[each], 0)
}
