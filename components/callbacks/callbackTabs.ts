import type { CallbacksFilter } from '@/lib/client/callbacksOptions'

/** The views of the list of callbacks, each with the filters that it means. */
export const CALLBACK_TABS = [
  { value: 'all', label: 'All', filter: {} },
  { value: 'quarantine', label: 'In quarantine', filter: { quarantined: 'open' } },
  { value: 'refused', label: 'Refused', filter: { outcome: 'refused' } },
  { value: 'ignored', label: 'Nothing to do', filter: { outcome: 'ignored' } },
  { value: 'resolved', label: 'Ever quarantined', filter: { quarantined: 'all' } },
] as const

export type CallbackTab = (typeof CALLBACK_TABS)[number]['value']

/** The view that a filter shows; "" for one that none of them means (a link can combine more). */
export function tabOf({ outcome, quarantined }: CallbacksFilter): CallbackTab | '' {
  const same = (filter: CallbacksFilter) => filter.outcome === outcome && filter.quarantined === quarantined
  return CALLBACK_TABS.find((tab) => same(tab.filter))?.value ?? ''
}
