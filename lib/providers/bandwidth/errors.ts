import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'
import { BANDWIDTH_ROWS } from './bandwidthErrors'
import { CARRIER_ROWS } from './carrierErrors'

/** First digit: 4 is the text or the account, 5 a server, 9 nobody knows. Second digit 6 or 7: the network said so. */
const ROWS: readonly ErrorRow[] = [...BANDWIDTH_ROWS, ...CARRIER_ROWS].sort(([a], [b]) => Number(a) - Number(b))

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What an `errorCode` means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
