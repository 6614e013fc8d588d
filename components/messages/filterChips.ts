import { STATE_WORDS, STATUS_WORDS } from '@/components/ui/stateWords'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import { FAILURE_LABELS } from '@/lib/status/failureClass'
import { rangeLabel } from './describeRange'
import type { FilterNames } from './describeScope'

/** One filter that is set, in words, and the parameters to clear when it is removed. */
export interface FilterChip {
  keys: (keyof MessagesFilter)[]
  name: string
  value: string
}

/** The filters that are set, in the order of the filter bar. */
export function filterChips(filter: MessagesFilter, names: FilterNames, now: Date, timeZone: string): FilterChip[] {
  const range = rangeLabel(filter, now, timeZone)
  const chips: (FilterChip | null)[] = [
    chip(['from', 'to'], 'Sent', range),
    chip(['state'], 'State', filter.state && STATE_WORDS[filter.state].label),
    chip(['status'], 'Status', filter.status && STATUS_WORDS[filter.status]),
    chip(['failureClass'], 'Reason', filter.failureClass && FAILURE_LABELS[filter.failureClass]),
    chip(['connection'], 'Connection', named(filter.connection, names.connection)),
    chip(['carrier'], 'Carrier', named(filter.carrier, names.carrier)),
    chip(['country'], 'Country', named(filter.country, names.country)),
    chip(['q'], 'Search', filter.q),
  ]
  return chips.filter((each) => each !== null)
}

function chip(keys: FilterChip['keys'], name: string, value: string | undefined | null): FilterChip | null {
  return value ? { keys, name, value } : null
}

function named(key: string | null | undefined, name: string | undefined): string | undefined {
  if (!key) return undefined
  return key === 'none' ? 'Unknown' : (name ?? key)
}
