import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

const OUR_REQUEST = 'The sending system asked for something that Vonage does not take.'
const NO_CHANNEL = 'The person cannot be reached on this channel; another one may work.'

/** `error.title` in version 1, `error.code` in version 0.1. Not the codes of the SMS API. */
const ROWS: readonly ErrorRow[] = [
  [1000, 'throttled', false, 'slow down', 'Throttled', 'Too many were sent at a time.'],
  [1010, 'content_rejected', true, 'fix our request', 'Missing params', OUR_REQUEST],
  [1020, 'content_rejected', true, 'fix our request', 'Invalid params', OUR_REQUEST],
  [1021, 'content_rejected', true, 'fix our request', 'Invalid tag', OUR_REQUEST],
  [1022, 'content_rejected', true, 'fix content', 'Invalid template', 'The template does not exist or does not fit.'],
  [1030, 'provider_error', false, 'wait', 'Internal error', 'Vonage had trouble of its own.'],
  [
    1040,
    'invalid_number',
    true,
    'fix number',
    'Invalid message (for example unknown number prefix)',
    'It could not be sent as it is; most often the number begins in a way that no network has.',
  ],
  [1050, 'recipient_blocked', true, 'stop', 'Number barred', 'The number must not get texts from this account.'],
  [1060, 'account_problem', true, 'account', 'Partner account barred', 'The account at Vonage is blocked.'],
  [1070, 'account_problem', false, 'pay / account', 'Partner quota exceeded', 'The credit of the account is used up.'],
  [1080, 'account_problem', true, 'account', 'Account not enabled for REST', 'The account may not send this way.'],
  [1090, 'content_rejected', true, 'fix content', 'Message too long'],
  [1100, 'provider_error', false, 'wait', 'Communication failed', 'Vonage could not reach the network or channel.'],
  [1120, 'sender_rejected', true, 'fix sender', 'Illegal sender address', 'The sender is not allowed for this number.'],
  [1130, 'content_rejected', true, 'fix our request', 'Invalid TTL', 'The time that was set for it is not allowed.'],
  [1140, 'account_problem', true, 'account', 'Facility not allowed', 'The account may not use this feature.'],
  [1150, 'content_rejected', true, 'fix our request', 'Invalid message class', OUR_REQUEST],
  [
    1160,
    'account_problem',
    true,
    'account (demo mode)',
    'Non-whitelisted destination',
    'The account is in demo mode and may send to its test numbers only.',
  ],
  [1170, 'invalid_number', true, 'fix number', 'Invalid or missing MSISDN', 'The phone number is missing or wrong.'],
  [
    1180,
    'unreachable_handset',
    false,
    'wait',
    'Absent subscriber, temporary',
    'The phone is off or out of reach for now.',
  ],
  [
    1190,
    'invalid_number',
    true,
    'fix number',
    'Absent subscriber, permanent',
    'The number is no longer in use, or the phone is never on.',
  ],
  [
    1200,
    'invalid_number',
    false,
    'the person must ask the carrier',
    'Portability error',
    'The number moved to another network, and the networks do not agree on which.',
  ],
  [1210, 'carrier_blocked', true, 'fix content', 'Anti-spam rejection', 'The network took the text for spam.'],
  [1220, 'unreachable_handset', false, 'wait', 'Handset busy', 'The phone could not take the text just then.'],
  [1230, 'provider_error', false, 'wait', 'Network error', 'The network of the recipient had trouble.'],
  [
    1240,
    'recipient_blocked',
    true,
    'stop',
    'Illegal number (opted out)',
    'The person asked not to get texts from this sender.',
  ],
  [1241, 'throttled', false, 'slow down', 'Too many send requests to this number'],
  [1250, 'provider_error', false, 'ask provider', 'Unroutable', 'Vonage has no way to the network of this number.'],
  [
    1260,
    'unreachable_handset',
    false,
    'fix number, then ask provider',
    'Destination unreachable',
    'There was no way to this number.',
  ],
  [
    1270,
    'recipient_blocked',
    true,
    'stop',
    'Subscriber age restriction',
    'The person is too young for this content, by what the network knows.',
  ],
  [
    1280,
    'recipient_blocked',
    true,
    'the person must ask the carrier',
    'Number blocked by carrier',
    'The contract of the person does not take such texts.',
  ],
  [
    1290,
    'recipient_blocked',
    false,
    'wait',
    'Prepaid, insufficient funds of the recipient',
    'The person has no credit left, which this kind of text needs.',
  ],
  [1300, 'landline_or_incapable', true, 'use another channel', 'Not part of the provider network', NO_CHANNEL],
  [1310, 'landline_or_incapable', true, 'use another channel', 'Not suitable device', NO_CHANNEL],
  [1320, 'content_rejected', true, 'nothing; a duplicate', 'Message already sent', 'The same message was sent before.'],
  [
    1330,
    'unknown',
    null,
    'ask provider; check the number',
    'Unknown',
    'The network does not say what became of it; often the number is wrong.',
  ],
  [1331, 'provider_error', false, 'wait', 'Provider error', 'The channel had trouble of its own.'],
  [
    1340,
    'content_rejected',
    true,
    'use a template',
    'Outside of the allowed window',
    'The person wrote too long ago: now only an approved template may be sent.',
  ],
  [1350, 'account_problem', true, 'account', 'Phone matching fee not paid', 'A fee of the channel was not paid.'],
  [
    1360,
    'expired',
    false,
    'send again with a longer TTL',
    'TTL was activated',
    'The time that was set for it ran out before it arrived.',
  ],
  [1370, 'account_problem', true, 'account', 'Expired access token', 'The link to the channel must be made anew.'],
  [
    1380,
    'content_rejected',
    true,
    'fix content (media URL)',
    'Invalid resource',
    'A picture or file could not be fetched.',
  ],
  [1381, 'content_rejected', true, 'fix content', 'Resource too large', 'A picture or file is too large.'],
  [1382, 'content_rejected', true, 'fix content', 'Resource type invalid', 'A picture or file is of no allowed kind.'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** What the code of an error means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
