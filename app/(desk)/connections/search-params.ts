import { parseAsString, parseAsStringLiteral } from 'nuqs/server'
import { CONNECTION_STATES } from '@/components/connections/connectionState'

/**
 * `add`: the dialog that adds a connection, at the form of that provider; "choose" begins with the choice. The others
 * narrow the list.
 */
export const connectionsSearchParams = {
  add: parseAsString,
  q: parseAsString,
  provider: parseAsString,
  state: parseAsStringLiteral(CONNECTION_STATES),
}
