import { parseAsIsoDateTime, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { RANGE_NAMES } from '@/lib/metrics/timeRange'

/** What the address bar holds: a named range (absent: today) or from and to, and the filters. */
export const liveParams = {
  range: parseAsStringLiteral(RANGE_NAMES),
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  connection: parseAsString,
  carrier: parseAsString,
}

export interface LiveParams {
  range: (typeof RANGE_NAMES)[number] | null
  from: Date | null
  to: Date | null
  connection: string | null
  carrier: string | null
}
