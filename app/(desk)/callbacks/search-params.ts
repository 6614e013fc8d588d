import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from 'nuqs/server'
import type { CallbacksFilter } from '@/lib/client/callbacksOptions'
import { OUTCOMES } from '@/lib/contracts/callback'

/** The filters in the address bar; names and values are those of `GET /api/v1/callbacks`. */
export const callbacksSearchParams = {
  outcome: parseAsStringLiteral(OUTCOMES),
  quarantined: parseAsStringLiteral(['open', 'all'] as const),
  connection: parseAsString,
  code: parseAsString,
}

export const loadCallbacksSearchParams = createLoader(callbacksSearchParams)

/** The address bar's nulls as a filter. */
export function toCallbacksFilter(params: inferParserType<typeof callbacksSearchParams>): CallbacksFilter {
  return Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null && value !== ''))
}
