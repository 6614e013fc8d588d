import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** "No error": beside a failure it still tells something, see `parse`. */
export const NO_ERROR = '000'

/** Three digits, leading zeros matter. Names as in GOV.UK Notify. */
const ROWS: readonly ErrorRow[] = [
  [
    NO_ERROR,
    'unreachable_handset',
    false,
    'wait',
    'No error reported',
    'Beside a declined text: most likely the phone was off or out of reach.',
  ],
  ['101', 'invalid_number', true, 'fix number', 'Unknown subscriber', 'The network knows nobody with this number.'],
  ['102', 'unreachable_handset', false, 'wait', 'Absent subscriber', 'The phone was off or out of reach.'],
  ['103', 'unreachable_handset', false, 'wait', 'Subscriber busy', 'The phone was busy.'],
  ['104', 'unreachable_handset', false, 'wait', 'No subscriber memory', 'The phone has no room for more texts.'],
  ['201', 'invalid_number', true, 'fix number', 'Invalid number'],
  ['301', 'landline_or_incapable', true, 'fix number', 'SMS not supported', 'The phone or line cannot receive texts.'],
  ['302', 'landline_or_incapable', false, 'wait', 'SMS not supported', 'The phone cannot receive texts just now.'],
  [
    '401',
    'carrier_blocked',
    true,
    'ask provider',
    'Message rejected',
    'The network refused the text; it may have been its content.',
  ],
  ['900', 'provider_error', false, 'ask provider', 'Routing error', 'Firetext found no way to this network.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a code means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
