import type { FailureClass } from '@/lib/status/failureClass'
import type { State } from '@/lib/status/state'
import type { Status } from '@/lib/status/status'
import { queryString } from './api'

/** What narrows a list of messages; the names are those of the REST API and of the address bar. */
export interface MessagesFilter {
  from?: Date | string
  to?: Date | string
  connection?: string | null | undefined
  carrier?: string | null | undefined
  country?: string | null | undefined
  state?: State
  status?: Status
  failureClass?: FailureClass
  q?: string
}

/** The address of the list that shows exactly the messages of this filter. */
export function messagesHref({ from, to, ...rest }: MessagesFilter = {}): string {
  return `/messages${queryString({ from: instant(from), to: instant(to), ...rest })}`
}

function instant(at: Date | string | undefined): string | undefined {
  return at === undefined ? undefined : new Date(at).toISOString()
}
