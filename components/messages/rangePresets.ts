import { RANGE_NAMES, type RangeName, resolveRange } from '@/lib/metrics/timeRange'
import type { MessagesFilter } from '@/lib/client/messagesHref'

/** What the named ranges are called in the list of ranges. */
export const RANGE_LABELS: Record<RangeName, string> = {
  hour: 'Last hour',
  today: 'Today',
  yesterday: 'Yesterday',
  '24h': 'Last 24 hours',
  '7d': 'Last 7 days',
  '30d': 'Last 30 days',
}

/** Which named range a filter shows at `now`: "custom" for any other range, null for none. */
export function rangeName({ from, to }: MessagesFilter, now: Date, timeZone: string): RangeName | 'custom' | null {
  if (!from && !to) return null
  const same = (name: RangeName) => {
    const range = resolveRange(name, now, timeZone)
    return from && to && +new Date(from) === +range.from && +new Date(to) === +range.to
  }
  return RANGE_NAMES.find(same) ?? 'custom'
}
