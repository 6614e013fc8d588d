import type { FailureClass } from '@/lib/status/failureClass'
import type { Status } from '@/lib/status/status'
import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'
import { EVENT_STATUSES, RECORD_STATUSES } from './statuses'

/** `messageStatus` of a text to somebody who opted out. Seen by one project; AWS does not document it. */
export const OPTED_OUT = 'DESTINATION_PHONE_NUMBER_OPTED_OUT'

type Meaning = readonly [FailureClass, boolean | null, nextStep: string, name: string, plain?: string]

/** By the word behind "TEXT_", "MEDIA_" or "RCS_": there are no numeric codes. */
const MEANINGS: Readonly<Record<string, Meaning>> = {
  INVALID: ['invalid_number', true, 'fix number', 'The number is not valid'],
  INVALID_MESSAGE: ['content_rejected', true, 'fix content', 'The body of the message is not valid'],
  UNREACHABLE: ['unreachable_handset', false, 'wait', 'Handset off or out of reach'],
  CARRIER_UNREACHABLE: [
    'provider_error',
    false,
    'wait',
    'Carrier unreachable',
    'The mobile network could not be reached; that usually passes by itself.',
  ],
  BLOCKED: ['recipient_blocked', true, 'stop', 'The device or its owner blocks SMS'],
  CARRIER_BLOCKED: ['carrier_blocked', true, 'fix content or sender', 'The carrier blocked the message'],
  SPAM: ['carrier_blocked', true, 'fix content', 'The carrier took the message for spam'],
  TTL_EXPIRED: [
    'expired',
    false,
    'send again with a longer TTL',
    'TTL expired',
    'The time that the text was given to arrive ran out.',
  ],
  UNKNOWN: [
    'unknown',
    null,
    'nothing; ask provider if many',
    'Unknown',
    'The carrier never said what became of the text, or 72 hours passed.',
  ],
  PROTECT_BLOCKED: [
    'carrier_blocked',
    true,
    'change the protect configuration',
    'Blocked by a protect configuration',
    'A rule of your own AWS account forbids texts to this country or number.',
  ],
  FILE_INACCESSIBLE: ['content_rejected', true, 'fix content', 'The media file could not be read'],
  FILE_TYPE_UNSUPPORTED: ['content_rejected', true, 'fix content', 'The type of the media file is not supported'],
  FILE_SIZE_EXCEEDED: ['content_rejected', true, 'fix content', 'The media file is too large'],
  FAILED: ['unknown', null, 'read the description', 'RCS message failed'],
}

const EVENT_ROWS: readonly ErrorRow[] = [...EVENT_STATUSES.keys(), ...RECORD_STATUSES.keys()].flatMap((word) => {
  const meaning = MEANINGS[word.replace(/^(?:TEXT|MEDIA|RCS)_/, '')]
  return meaning ? [[word, ...meaning] as const] : []
})

/** `providerResponse` of the older SNS log: text, status, class, permanent, next step. */
const TEXT_ROWS: readonly (readonly [string, Status, FailureClass, boolean | null, string])[] = [
  ['Blocked as spam by phone carrier', 'rejected', 'carrier_blocked', true, 'fix content'],
  ['Destination is on a blocked list', 'rejected', 'recipient_blocked', true, 'stop'],
  ['Invalid phone number', 'undelivered', 'invalid_number', true, 'fix number'],
  ['Message body is invalid', 'rejected', 'content_rejected', true, 'fix content'],
  ['Phone carrier has blocked this message', 'rejected', 'carrier_blocked', true, 'fix content or sender'],
  ['Phone carrier is currently unreachable/unavailable', 'undelivered', 'provider_error', false, 'wait'],
  ['Phone has blocked SMS', 'rejected', 'recipient_blocked', true, 'stop'],
  ['Phone is on a blocked list', 'rejected', 'recipient_blocked', true, 'stop'],
  ['Phone is currently unreachable/unavailable', 'undelivered', 'unreachable_handset', false, 'wait'],
  ['Phone number is opted out', 'rejected', 'recipient_blocked', true, 'stop'],
  ['This delivery would exceed max price', 'rejected', 'account_problem', true, 'pay / account'],
  ['Unknown error attempting to reach phone', 'undelivered', 'unknown', null, 'ask provider'],
]

const TABLE = errorTable([
  ...EVENT_ROWS,
  [OPTED_OUT, 'recipient_blocked', true, 'stop', 'The recipient opted out'],
  ...TEXT_ROWS.map(([text, , failureClass, permanent, nextStep]): ErrorRow => [
    text,
    failureClass,
    permanent,
    nextStep,
    text,
  ]),
])
/** Texts are compared without regard to case: AWS has changed it before. */
const BY_LOWER_CASE = new Map([...TABLE].map(([code, meaning]) => [code.toLowerCase(), meaning]))
const STATUS_BY_TEXT = new Map(TEXT_ROWS.map(([text, status]) => [text.toLowerCase(), status]))

export const ERRORS = errorEntries(TABLE)

/** What an event type, a record status or a reason text means; undefined for one that is not in the table. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode) ?? BY_LOWER_CASE.get(errorCode.toLowerCase())
}

/**
 * What the reason text of a failure in the older SNS log makes of its status; undefined for a text that is not known.
 */
export function statusOfText(text: string): Status | undefined {
  return STATUS_BY_TEXT.get(text.trim().toLowerCase())
}
