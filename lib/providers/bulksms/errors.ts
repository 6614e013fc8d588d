import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

const ROWS: readonly ErrorRow[] = [
  ['FAILED.EXPIRED', 'expired', false, 'wait', 'Expired', 'The phone could not be reached before the time was up.'],
  [
    'FAILED.HANDSET_ERROR',
    'unreachable_handset',
    false,
    'wait',
    'Handset error',
    'The phone did not take the text: probably its memory is full or it refused the format.',
  ],
  [
    'FAILED.BLOCKED',
    'recipient_blocked',
    true,
    'stop',
    'Blocked',
    'The number is on a blocked list, that of your BulkSMS account or that of the network.',
  ],
  ['FAILED.NOT_SENT', 'provider_error', null, 'ask provider', 'Not sent', 'BulkSMS did not hand the text on.'],
  ['UNKNOWN', 'unknown', null, 'ask provider', 'Unknown', 'Nobody knows whether it arrived, and no news will come.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a code (`status.type` and subtype) means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
