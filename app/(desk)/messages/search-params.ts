import {
  createLoader,
  type inferParserType,
  parseAsIsoDateTime,
  parseAsString,
  parseAsStringLiteral,
} from 'nuqs/server'
import type { MessagesFilter } from '@/lib/client/messagesHref'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATES } from '@/lib/status/state'
import { STATUSES } from '@/lib/status/status'

/** The filters in the address bar; names and values are those of `GET /api/v1/messages`. */
export const messagesSearchParams = {
  from: parseAsIsoDateTime,
  to: parseAsIsoDateTime,
  connection: parseAsString,
  carrier: parseAsString,
  country: parseAsString,
  state: parseAsStringLiteral(STATES),
  status: parseAsStringLiteral(STATUSES),
  failureClass: parseAsStringLiteral(FAILURE_CLASSES),
  q: parseAsString,
}

export const loadMessagesSearchParams = createLoader(messagesSearchParams)

/** The address bar's nulls as a filter. */
export function toMessagesFilter(params: inferParserType<typeof messagesSearchParams>): MessagesFilter {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null && value !== ''))
}
