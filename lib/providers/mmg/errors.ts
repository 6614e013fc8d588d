import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** `status/substatus`: the same substatus means other things under another status. Names as in GOV.UK Notify. */
const ROWS: readonly ErrorRow[] = [
  ['2/1', 'invalid_number', true, 'fix number', 'Number does not exist'],
  ['2/4', 'carrier_blocked', true, 'ask provider', 'Rejected by operator', 'The mobile network refused the text.'],
  [
    '2/5',
    'invalid_number',
    true,
    'fix number',
    'Unidentified subscriber',
    'The network knows nobody with this number.',
  ],
  ['2/9', 'unknown', true, 'ask provider', 'Undelivered', 'It did not arrive, and no reason was given.'],
  [
    '2/11',
    'recipient_blocked',
    true,
    'stop',
    'Service for subscriber suspended',
    'The network has cut this customer off.',
  ],
  [
    '2/12',
    'recipient_blocked',
    true,
    'stop',
    'Illegal equipment',
    'The network has blocked this phone (stolen or faulty).',
  ],
  ['2/2049', 'recipient_blocked', true, 'stop', 'Subscriber IMSI blacklisted', 'The SIM card is on a blocked list.'],
  [
    '2/2050',
    'recipient_blocked',
    true,
    'stop',
    'Number in do-not-disturb blacklist',
    'The person does not want such texts.',
  ],
  ['2/2052', 'recipient_blocked', true, 'stop', 'Destination number blacklisted', 'The number is on a blocked list.'],
  [
    '2/2053',
    'sender_rejected',
    true,
    'fix sender',
    'Source address blacklisted',
    'The sender name is on a blocked list.',
  ],
  ['4/6', 'unreachable_handset', false, 'wait', 'Absent subscriber', 'The phone was off or out of reach.'],
  ['4/27', 'unreachable_handset', false, 'wait', 'Absent subscriber', 'The phone was off or out of reach.'],
  [
    '4/8',
    'unreachable_handset',
    false,
    'wait',
    'Roaming not allowed',
    'The person is abroad and cannot receive there.',
  ],
  [
    '4/13',
    'landline_or_incapable',
    false,
    'fix number',
    'SMS not supported',
    'The phone or line cannot receive texts.',
  ],
  ['4/15', 'expired', false, 'wait', 'Expired', 'It could not be delivered before the time was up.'],
  ['4/29', 'unknown', false, 'ask provider', 'Invalid delivery report', 'The network reported something unreadable.'],
  ['4/32', 'unreachable_handset', false, 'wait', 'Delivery failure', 'The phone could not be reached in time.'],
  ['5/6', 'provider_error', true, 'ask provider', 'Network out of coverage', 'MMG cannot send to this network.'],
  [
    '5/8',
    'invalid_number',
    true,
    'fix number',
    'Incorrect number prefix',
    'The number begins with digits that no network has.',
  ],
  [
    '5/10',
    'recipient_blocked',
    true,
    'stop',
    'Number on do-not-disturb service',
    'The person does not want such texts.',
  ],
  ['5/11', 'sender_rejected', true, 'fix sender', 'Sender id not registered'],
  ['5/13', 'sender_rejected', true, 'fix sender', 'Sender id blacklisted', 'The sender name is on a blocked list.'],
  ['5/14', 'recipient_blocked', true, 'stop', 'Destination number blacklisted', 'The number is on a blocked list.'],
  ['5/19', 'provider_error', true, 'ask provider', 'Routing unavailable', 'MMG has no way to this network.'],
  [
    '5/20',
    'throttled',
    true,
    'slow down',
    'Rejected by anti-flooding mechanism',
    'Too many texts went to this number in a short time.',
  ],
  ['5/21', 'provider_error', false, 'send again', 'System error'],
  ['5/23', 'provider_error', true, 'ask provider', 'Duplicate message id', 'The same reference was sent twice.'],
  ['5/24', 'content_rejected', true, 'fix content', 'Message formatted incorrectly'],
  ['5/25', 'content_rejected', true, 'fix content', 'Message too long'],
  ['5/51', 'invalid_number', true, 'fix number', 'Missing recipient value', 'The send call named no number.'],
  ['5/52', 'invalid_number', true, 'fix number', 'Invalid destination', 'The number is not one that can exist.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What a `status/substatus` means; undefined for a pair that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
