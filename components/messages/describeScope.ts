import type { MessagesFilter } from '@/lib/client/messagesHref'
import { describeRange } from './describeRange'

/** Names behind the ids of a filter, where known. */
export interface FilterNames {
  connection?: string | undefined
  carrier?: string | undefined
  country?: string | undefined
}

/** Where and when, with a leading space: " on O2 through Reminders between 09:00 and 13:00 today". Empty without both. */
export function describeScope(filter: MessagesFilter, names: FilterNames, now: Date, timeZone: string): string {
  const parts = [carrier(filter, names), country(filter, names), connection(filter, names)]
  return [...parts, describeRange(filter, now, timeZone)]
    .filter((part) => part !== '')
    .map((part) => ` ${part}`)
    .join('')
}

function carrier({ carrier: key }: MessagesFilter, names: FilterNames): string {
  if (!key) return ''
  return key === 'none' ? 'with an unknown carrier' : `on ${names.carrier ?? key}`
}

function country({ country: key }: MessagesFilter, names: FilterNames): string {
  if (!key) return ''
  return key === 'none' ? 'to an unknown country' : `to ${names.country ?? key}`
}

function connection({ connection: key }: MessagesFilter, names: FilterNames): string {
  return key ? `through ${names.connection ?? key}` : ''
}
