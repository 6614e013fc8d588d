import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'
import { DELIVERY_ROWS } from './deliveryErrors'
import { REQUEST_ROWS } from './requestErrors'

const ROWS: readonly ErrorRow[] = [...DELIVERY_ROWS, ...REQUEST_ROWS]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a status word alone says about the reason, where no code stands beside it. */
export const TIMED_OUT: ReadonlyMap<string, ErrorMeaning> = errorTable([
  ['gw_timeout', 'provider_error', false, 'wait', 'Gateway timeout'],
])

/** What the code of an error means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
