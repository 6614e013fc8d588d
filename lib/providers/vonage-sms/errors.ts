import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** `err-code` of receipts. Not the codes of the send response, where the same numbers mean other things. */
const ROWS: readonly ErrorRow[] = [
  [
    1,
    'unknown',
    null,
    'ask provider; check the number',
    'Unknown',
    'The network does not say what became of it; often the number is wrong.',
  ],
  [
    2,
    'unreachable_handset',
    false,
    'wait',
    'Absent subscriber, temporary',
    'The phone is off or out of reach for now.',
  ],
  [
    3,
    'invalid_number',
    true,
    'fix number',
    'Absent subscriber, permanent',
    'The number is no longer in use, or the phone is never on.',
  ],
  [
    4,
    'recipient_blocked',
    true,
    'stop; the person must ask the carrier',
    'Call barred by user',
    'The person had the network block such texts.',
  ],
  [
    5,
    'invalid_number',
    false,
    'the person must ask the carrier',
    'Portability error',
    'The number moved to another network, and the networks do not agree on which.',
  ],
  [6, 'carrier_blocked', true, 'fix content', 'Anti-spam rejection', 'The network took the text for spam.'],
  [7, 'unreachable_handset', false, 'wait', 'Handset busy', 'The phone could not take the text just then.'],
  [8, 'provider_error', false, 'wait', 'Network error', 'The network of the recipient had trouble.'],
  [
    9,
    'recipient_blocked',
    true,
    'stop',
    'Illegal number (opted out)',
    'The person asked not to get texts from this sender.',
  ],
  [
    10,
    'content_rejected',
    true,
    'fix content',
    'Illegal message (bad parameter or encoding)',
    'The text holds something that the network cannot read.',
  ],
  [11, 'provider_error', false, 'ask provider', 'Unroutable', 'Vonage has no way to the network of this number.'],
  [12, 'unreachable_handset', false, 'fix number', 'Destination unreachable', 'There was no way to this number.'],
  [
    13,
    'recipient_blocked',
    true,
    'stop',
    'Subscriber age restriction',
    'The person is too young for this content, by what the network knows.',
  ],
  [
    14,
    'recipient_blocked',
    true,
    'the person must ask the carrier',
    'Number blocked by carrier',
    'The contract of the person does not take such texts.',
  ],
  [
    15,
    'recipient_blocked',
    false,
    'wait',
    'Prepaid, insufficient funds of the recipient',
    'The person has no credit left, which this kind of text needs.',
  ],
  [
    39,
    'sender_rejected',
    null,
    'ask provider',
    'Code 39 (meaning not published)',
    'Vonage does not publish this code; where it was seen, the sender was the problem.',
  ],
  [41, 'unknown', null, 'ask provider', 'Code 41 (meaning not published)', 'Vonage does not publish this code.'],
  [
    50,
    'sender_rejected',
    true,
    'fix sender (registration data)',
    'Entity filter (entity id wrong or missing)',
    'The registered id of the business is wrong or missing.',
  ],
  [
    51,
    'sender_rejected',
    true,
    'fix sender',
    'Header filter (sender header wrong or missing)',
    'The registered sender is wrong or missing.',
  ],
  [
    52,
    'content_rejected',
    true,
    'fix content (template id)',
    'Content filter (content id wrong or missing)',
    'The registered id of the template is wrong or missing.',
  ],
  [
    53,
    'recipient_blocked',
    true,
    'stop',
    'Consent filter',
    'The register says that the person does not want such texts.',
  ],
  [54, 'carrier_blocked', null, 'ask provider', 'Regulation error', 'A rule of the country forbids it.'],
  [
    99,
    'provider_error',
    false,
    'ask provider',
    'General error (usually the route)',
    'Something on the way to the network went wrong.',
  ],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What an `err-code` of a receipt means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
