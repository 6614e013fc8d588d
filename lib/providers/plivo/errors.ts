import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

const ROWS: readonly ErrorRow[] = [
  [10, 'content_rejected', true, 'fix content', 'Invalid message', 'The network could not read the text.'],
  [20, 'provider_error', false, 'wait', 'Network error', 'The network of the recipient had trouble.'],
  [30, 'carrier_blocked', true, 'fix content', 'Spam detected'],
  [40, 'sender_rejected', true, 'fix sender', 'Invalid source number', 'The sender is wrong or may not send here.'],
  [
    50,
    'invalid_number',
    true,
    'fix number',
    'Invalid destination number (also landline)',
    'The number does not exist, or is a landline: look at its type before you delete it.',
  ],
  [60, 'provider_error', true, 'ask provider', 'Loop detected', 'The text was sent round in a circle.'],
  [
    70,
    'invalid_number',
    true,
    'fix number',
    'Destination permanently unavailable',
    'The number is out of use and will stay so.',
  ],
  [
    80,
    'unreachable_handset',
    false,
    'wait',
    'Destination temporarily unavailable',
    'The phone is off, full or out of reach.',
  ],
  [
    90,
    'provider_error',
    false,
    'ask provider',
    'No route available',
    'Plivo has no way to the network of this number.',
  ],
  [
    100,
    'landline_or_incapable',
    true,
    'fix number',
    'Prohibited by carrier (network does not support SMS for it)',
    'The network does not take texts for this number.',
  ],
  [110, 'content_rejected', true, 'fix content', 'Message too long'],
  [
    200,
    'recipient_blocked',
    true,
    'stop',
    'Source number blocked by STOP from destination',
    'The person answered STOP and must not get texts from this sender.',
  ],
  [
    201,
    'sender_rejected',
    true,
    'use another sender',
    'Outbound from US toll-free to Canada blocked',
    'Toll-free numbers of the USA cannot send to Canada.',
  ],
  [
    300,
    'provider_error',
    false,
    'wait, then ask provider',
    'Failed to dispatch message',
    'Plivo could not hand it on.',
  ],
  [
    420,
    'expired',
    false,
    'slow down or send again',
    'Message expired',
    'It waited too long; often too many were sent at once.',
  ],
  [
    450,
    'account_problem',
    true,
    'enable the country in the account',
    'Destination country barred (geo permissions)',
    'The settings of the account do not allow texts to this country.',
  ],
  [
    900,
    'account_problem',
    false,
    'pay / account',
    'Insufficient credit',
    'The credit ran out; also for texts that were accepted before.',
  ],
  [910, 'account_problem', true, 'account', 'Account disabled'],
  [1000, 'unknown', null, 'ask provider', 'Unknown error', 'Plivo does not say why it failed.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What an `ErrorCode` means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
