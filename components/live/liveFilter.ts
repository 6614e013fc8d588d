import type { Filter } from '@/lib/contracts/filter'
import { type RangeName, resolveRange, snapRange } from '@/lib/metrics/timeRange'
import type { LiveParams } from './liveParams'

/** A hand-picked range from the address bar counts when it is whole; else the named one; else today. */
export function rangeNameOf({ range, from, to }: LiveParams): RangeName | 'custom' {
  return from && to ? 'custom' : (range ?? 'today')
}

/** The absolute filter that the address bar means at `now`, on quarter hours. */
export function liveFilter(params: LiveParams, now: Date, timeZone: string): Filter {
  const { from, to, connection, carrier } = params
  const name = rangeNameOf(params)
  const range = name === 'custom' ? snapRange(from!, to!) : resolveRange(name, now, timeZone)
  return { ...range, ...(connection ? { connection } : {}), ...(carrier ? { carrier } : {}) }
}
