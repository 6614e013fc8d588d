import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** Notify has no codes: the status word is all it says. */
const ROWS: readonly ErrorRow[] = [
  [
    'temporary-failure',
    'unreachable_handset',
    false,
    'wait, send again',
    'Temporary failure',
    'Phone off, no signal or inbox full; or nobody reported anything for three days.',
  ],
  [
    'permanent-failure',
    'invalid_number',
    true,
    'fix number; if the number is right, ask provider',
    'Permanent failure',
    'Most likely the number does not exist; it can also be the operator refusing the text or the sender.',
  ],
  [
    'technical-failure',
    'provider_error',
    false,
    'send again',
    'Technical failure',
    'Something went wrong between Notify and its supplier.',
  ],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a failure word means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
