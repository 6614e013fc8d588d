import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** `failureReason`; and two status words that are reasons themselves. */
const ROWS: readonly ErrorRow[] = [
  [
    'InsufficientCredit',
    'recipient_blocked',
    false,
    'wait',
    'Insufficient credit of the subscriber',
    'The person has no airtime left for a premium text. Your own account is not meant.',
  ],
  [
    'InvalidLinkId',
    'content_rejected',
    true,
    'ask provider',
    'Invalid link id',
    'The id that ties a premium text to the request of the person is wrong or used up.',
  ],
  ['UserIsInactive', 'invalid_number', true, 'fix number', 'User is inactive', 'The number is no longer in use.'],
  ['UserInBlackList', 'recipient_blocked', true, 'stop', 'User in blacklist', 'The person opted out of your texts.'],
  [
    'UserAccountSuspended',
    'recipient_blocked',
    true,
    'stop',
    'User account suspended',
    'The network has cut this customer off.',
  ],
  [
    'NotNetworkSubscriber',
    'invalid_number',
    true,
    'fix number',
    'Not a subscriber of the network',
    'The number does not belong to the network that was tried.',
  ],
  [
    'UserNotSubscribedToProduct',
    'recipient_blocked',
    true,
    'stop',
    'User not subscribed to product',
    'The person has not signed up for this premium service.',
  ],
  ['UserDoesNotExist', 'invalid_number', true, 'fix number', 'User does not exist'],
  [
    'DeliveryFailure',
    'unknown',
    null,
    'ask provider',
    'Delivery failure',
    'It did not arrive, and no reason was given.',
  ],
  [
    'DoNotDisturbRejection',
    'recipient_blocked',
    true,
    'stop',
    'Do-not-disturb rejection',
    'The person has put the number on a do-not-disturb list.',
  ],
  ['Expired', 'expired', false, 'wait', 'Expired', 'It could not be delivered before the time was up.'],
  ['AbsentSubscriber', 'unreachable_handset', false, 'wait', 'Absent subscriber', 'The phone was off or out of reach.'],
]

const TABLE = errorTable(ROWS)
/** "UserInBlackList" here is "UserInBlacklist" there. */
const ANY_CASE = new Map([...TABLE].map(([code, meaning]) => [code.toLowerCase(), meaning]))

export const ERRORS = errorEntries(TABLE)

/** What a reason means, in any case; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return ANY_CASE.get(errorCode.toLowerCase())
}
