import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** `data.error.code`, an open list. */
const ROWS: readonly ErrorRow[] = [
  [
    'invalid_destination',
    'invalid_number',
    true,
    'fix number',
    'invalid_destination',
    'The number is not a valid one.',
  ],
  ['unreachable', 'unreachable_handset', false, 'wait', 'unreachable', 'The phone was off or out of reach.'],
  [
    'blocked_by_carrier',
    'carrier_blocked',
    true,
    'fix content, ask provider',
    'blocked_by_carrier',
    'The network of the recipient refused the text.',
  ],
  [
    'blocked_by_recipient',
    'recipient_blocked',
    true,
    'stop',
    'blocked_by_recipient',
    'The person or their network has blocked texts from you.',
  ],
  [
    'landline_unreachable',
    'landline_or_incapable',
    true,
    'fix number',
    'landline_unreachable',
    'This line cannot receive texts.',
  ],
  [
    'content_rejected',
    'content_rejected',
    true,
    'fix content',
    'content_rejected',
    'The text was refused because of what it says.',
  ],
  [
    'sender_unregistered',
    'sender_rejected',
    true,
    'fix sender',
    'sender_unregistered',
    'The sender is not registered for this country.',
  ],
  ['recipient_opted_out', 'recipient_blocked', true, 'stop', 'recipient_opted_out', 'The person has answered STOP.'],
  [
    'provider_unavailable',
    'provider_error',
    false,
    'wait',
    'provider_unavailable',
    'A system on the way to the phone did not answer.',
  ],
  ['insufficient_balance', 'account_problem', false, 'pay', 'insufficient_balance', 'The account ran out of credit.'],
  ['unknown', 'unknown', null, 'ask provider', 'unknown', 'Bird does not know why it failed.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a `data.error.code` means; undefined for one that is not in the table (Bird adds to it). */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
