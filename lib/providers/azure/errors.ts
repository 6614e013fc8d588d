import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/** `deliveryStatusDetails`: the number in it, or the text itself. */
const ROWS: readonly ErrorRow[] = [
  [4000, 'carrier_blocked', true, 'ask provider', 'Rejected as possible fraud'],
  [4001, 'sender_rejected', true, 'fix sender', 'The number of the sender is invalid'],
  [4002, 'invalid_number', true, 'fix number', 'The number of the recipient is invalid'],
  [
    4003,
    'account_problem',
    true,
    'account',
    'Destination not supported',
    'Your Azure number may not text this country or kind of number.',
  ],
  [4004, 'invalid_number', true, 'fix number', 'The number does not exist'],
  [4005, 'carrier_blocked', true, 'fix content', 'Blocked by the carrier'],
  [
    4006,
    'unreachable_handset',
    false,
    'wait',
    'Not reachable',
    'The phone is off, out of range or not on the network.',
  ],
  [4007, 'recipient_blocked', true, 'stop', 'The recipient opted out'],
  [
    4008,
    'throttled',
    false,
    'slow down',
    'Too many messages for this profile',
    'More was sent in a short time than your account may.',
  ],
  [
    4009,
    'account_problem',
    true,
    'account',
    'Rejected by a Microsoft entitlement check',
    'Microsoft does not allow your account to send this.',
  ],
  [4010, 'sender_rejected', true, 'fix sender', 'The toll-free number is not verified'],
  [4020, 'throttled', false, 'slow down', 'Volume limit of the carrier reached'],
  [5000, 'provider_error', null, 'ask provider', 'General error'],
  [5001, 'provider_error', false, 'wait', 'Temporary error'],
  [
    5002,
    'unknown',
    null,
    'nothing',
    'The carrier gives no receipts',
    'The text may well have arrived: this carrier does not tell.',
  ],
  [9999, 'unknown', null, 'ask provider', 'Unknown error'],
  [
    'Sender blocked for given recipient.',
    'recipient_blocked',
    true,
    'stop',
    'Sender blocked for given recipient',
    'The recipient answered STOP, or blocked your number.',
  ],
]

const TABLE = errorTable(ROWS)
const BY_LOWER_CASE = new Map([...TABLE].map(([code, meaning]) => [code.toLowerCase(), meaning]))

export const ERRORS = errorEntries(TABLE)

/** What a number or text of the details means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return BY_LOWER_CASE.get(errorCode.toLowerCase())
}
