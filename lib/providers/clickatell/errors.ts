import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'

const CONTENT = 'What was to be sent cannot be sent like that.'
const LIMIT = 'A sending limit of the account was reached.'

/** Numbers of Central and Platform REST, words of One API. A word with "*" stands for all that begin like it. */
const ROWS: readonly ErrorRow[] = [
  [1, 'provider_error', true, 'ask provider', 'Message unknown', 'Clickatell does not know the id of the text.'],
  [5, 'content_rejected', true, 'fix content', 'Error with message', 'Clickatell did not accept the text.'],
  [6, 'unknown', true, 'our own action', 'User cancelled message delivery', 'Somebody of yours cancelled it.'],
  [
    7,
    'unknown',
    null,
    'ask provider',
    'Error delivering message',
    'It could not be delivered; Clickatell does not say why.',
  ],
  [9, 'provider_error', false, 'ask provider', 'Routing error', 'Clickatell found no way to this number.'],
  [10, 'expired', false, 'wait', 'Message expired', 'It could not be delivered in the time that was set for it.'],
  [12, 'account_problem', false, 'pay', 'Out of credit', 'The account ran out of credit.'],
  [14, 'throttled', false, 'slow down', 'Maximum MT limit exceeded', LIMIT],
  [
    'INSUFFICIENT_ACCOUNT_BALANCE',
    'account_problem',
    false,
    'pay',
    'INSUFFICIENT_ACCOUNT_BALANCE',
    'The account ran out of credit.',
  ],
  ['VOLUME_LIMIT*', 'throttled', false, 'slow down', 'VOLUME_LIMIT, _DAILY, _MONTHLY', LIMIT],
  [
    'RECIPIENT_DOES_NOT_EXIST',
    'invalid_number',
    true,
    'fix number',
    'RECIPIENT_DOES_NOT_EXIST',
    'The number is not in service.',
  ],
  [
    'ROUTING_ERROR',
    'provider_error',
    false,
    'ask provider',
    'ROUTING_ERROR',
    'Clickatell found no way to this number.',
  ],
  [
    'DELIVERY_FAILURE',
    'unknown',
    null,
    'ask provider',
    'DELIVERY_FAILURE',
    'It could not be delivered; Clickatell does not say why.',
  ],
  ['MEDIA_*', 'content_rejected', true, 'fix content', 'MEDIA_… (picture or file refused)', CONTENT],
  ['ENCRYPTION_CONTENT_ERROR', 'content_rejected', true, 'fix content', 'ENCRYPTION_CONTENT_ERROR', CONTENT],
  ['ENCRYPTION_*', 'unknown', null, 'ask provider', 'ENCRYPTION_… (not documented)'],
  ['WHATSAPP_*', 'unknown', null, 'ask provider', 'WHATSAPP_… (not documented)'],
  ['STOPPED_BY_USER', 'unknown', true, 'our own action', 'STOPPED_BY_USER', 'Somebody of yours stopped it.'],
  ['STOPPED_BY_ADMIN', 'unknown', true, 'ask provider', 'STOPPED_BY_ADMIN', 'An administrator stopped it.'],
]

const TABLE = errorTable(ROWS)
const FAMILIES = [...TABLE.keys()].filter((code) => code.endsWith('*')).map((code) => code.slice(0, -1))

export const ERRORS = errorEntries(TABLE)

/** What a status number (with or without zeros before it) or word means as reason; undefined for one that gives none. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  const exact = TABLE.get(withoutZeros(errorCode))
  if (exact) return exact
  const family = FAMILIES.find((start) => errorCode.startsWith(start))
  return family === undefined ? undefined : TABLE.get(`${family}*`)
}

/** "004", "4" and 4 are the same. Words stay as they are. */
export function withoutZeros(code: string): string {
  return /^\d{1,9}$/.test(code) ? String(Number(code)) : code
}
