import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** Textmagic has no codes: the letter is all it says. */
const ROWS: readonly ErrorRow[] = [
  ['f', 'unknown', null, 'ask provider', 'Error while delivering', 'It did not arrive, and no reason was given.'],
  ['e', 'provider_error', null, 'send again', 'Error while sending', 'Textmagic could not hand the text on.'],
  ['j', 'carrier_blocked', null, 'ask provider', 'Rejected by operator', 'The mobile network refused the text.'],
  ['u', 'unknown', null, 'ask provider', 'Unknown', 'Nobody knows whether it arrived.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a letter means; undefined for one that is no failure or not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
