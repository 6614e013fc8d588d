import type { GRAINS } from '@/lib/contracts/metrics'
import type { TimeRange } from './timeRange'

export type Grain = (typeof GRAINS)[number]

const HOUR = 3_600_000
/** More bars than this cannot be told apart, or hit with a finger. 100 quarters hold the longest day (25 h). */
const MOST = 100

/** The finest grain that draws a range in at most about a hundred points. Days are the coarsest there is. */
export function chooseGrain({ from, to }: TimeRange): Grain {
  const length = to.getTime() - from.getTime()
  if (length <= MOST * (HOUR / 4)) return 'quarter'
  return length <= MOST * HOUR ? 'hour' : 'day'
}
