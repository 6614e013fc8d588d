import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

/**
 * `code` of reports. 400 to 418 are Sinch's own; the others come from its SMPP list, of which only 1 to 4 are published.
 * They are not the GSM numbers: what is not here stays unknown until somebody says what it means.
 */
const ROWS: readonly ErrorRow[] = [
  [402, 'provider_error', true, 'ask provider', 'Message unroutable', 'Sinch has no way to this number.'],
  [403, 'provider_error', null, 'ask provider', 'Internal error', 'Sinch had an error of its own.'],
  [
    404,
    'unreachable_handset',
    false,
    'wait',
    'Temporary delivery failure',
    'It could not be delivered for the time being, most often because the phone was off. It has nothing to do with HTTP.',
  ],
  [
    405,
    'content_rejected',
    true,
    'fix content',
    'Unmatched parameter',
    'A value that the template needs is missing for this person.',
  ],
  [
    406,
    'expired',
    false,
    'send again with a longer validity',
    'Internal expiry',
    'The time that was set for it ran out inside Sinch.',
  ],
  [407, 'unknown', true, 'nothing: our own action', 'Cancelled', 'Somebody of yours cancelled it.'],
  [408, 'provider_error', true, 'ask provider', 'Internal reject', 'Sinch refused the text.'],
  [
    410,
    'sender_rejected',
    true,
    'fix sender',
    'Unmatched default originator',
    'No sender of the account fits this number.',
  ],
  [
    411,
    'content_rejected',
    true,
    'fix content',
    'Exceeded parts limit',
    'The text is longer than you allowed it to be.',
  ],
  [
    412,
    'account_problem',
    true,
    'account',
    'Unprovisioned region',
    'The account is not set up for the country of this number.',
  ],
  [
    413,
    'account_problem',
    false,
    'pay / account',
    'Blocked',
    'The account is blocked, perhaps because it is out of credit.',
  ],
  [414, 'content_rejected', true, 'fix content', 'Bad media (MMS)', 'The picture or file cannot be sent.'],
  [
    415,
    'carrier_blocked',
    null,
    'ask provider',
    'Delivery report rejected (MMS)',
    'The network of the recipient refused the message.',
  ],
  [
    416,
    'landline_or_incapable',
    null,
    'fix number',
    'Delivery report not supported (MMS)',
    'The phone or its network cannot receive this kind of message.',
  ],
  [
    417,
    'unreachable_handset',
    false,
    'wait',
    'Delivery report unreachable (MMS)',
    'The phone was off or out of reach.',
  ],
  [
    418,
    'content_rejected',
    null,
    'fix content',
    'Delivery report unrecognized (MMS)',
    'The phone did not understand the message.',
  ],
  [
    1,
    'sender_rejected',
    true,
    'fix sender',
    'Invalid or missing source address',
    'The sender is missing or not valid.',
  ],
  [2, 'provider_error', true, 'ask provider', 'Message cannot be routed', 'Sinch has no way to this number.'],
  [
    3,
    'provider_error',
    true,
    'ask provider',
    'Delivery zone not found (older list)',
    'Sinch does not know to which zone this number belongs.',
  ],
  [4, 'throttled', false, 'slow down', 'Traffic limit exceeded (older list)'],
]

const TABLE = errorTable(ROWS)

export const ERRORS = errorEntries(TABLE)

/** Codes that only restate the status: delivered, queued, dispatched. */
const NO_ERROR: ReadonlySet<string> = new Set(['0', '400', '401'])

/** `code` as error code; null when it says no more than the status. */
export function readErrorCode(code: string | undefined): string | null {
  return code === undefined || code === '' || NO_ERROR.has(code) ? null : code
}

/** What a `code` means; undefined for one that Sinch has not published. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
