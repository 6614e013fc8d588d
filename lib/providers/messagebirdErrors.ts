import { errorEntries, type ErrorRow, errorTable } from './errorTable'
import { explainGsmError, GSM_ERROR_ENTRIES } from './smppErrors'
import type { ErrorEntry, ErrorMeaning } from './types'

/**
 * The extended codes of MessageBird's SMS platform: `statusErrorCode` of classic reports, `failure.source.code` of Bird
 * Channels. Near to the GSM codes, and not the same: 2 and 3 stand under "unknown subscriber", 12 is a barred call.
 */
const ROWS: readonly ErrorRow[] = [
  [
    0,
    'unknown',
    false,
    'ask provider',
    'EC_NO_ERROR (generic delivery failure)',
    'It could not be delivered, and no reason was given.',
  ],
  [
    1,
    'invalid_number',
    true,
    'fix number',
    'EC_UNKNOWN_SUBSCRIBER',
    'The number is not in service, or was never given out.',
  ],
  [
    2,
    'invalid_number',
    null,
    'fix number',
    'EC_UNKNOWN_BASE_STATION',
    'The network does not know where this number is.',
  ],
  [3, 'invalid_number', null, 'fix number', 'EC_UNKNOWN_MSC', 'The network does not know where this number is.'],
  [5, 'invalid_number', true, 'fix number', 'EC_UNIDENTIFIED_SUBSCRIBER', 'The network does not know this number.'],
  [6, 'unreachable_handset', false, 'wait', 'Absent subscriber (SM)', 'The phone was off or out of reach.'],
  [27, 'unreachable_handset', false, 'wait', 'Absent subscriber', 'The phone was off or out of reach.'],
  [9, 'recipient_blocked', true, 'stop', 'EC_ILLEGAL_SUBSCRIBER', 'The network has barred this subscriber.'],
  [
    10,
    'landline_or_incapable',
    true,
    'fix number',
    'EC_BEARERSERVICE_NOT_PROVISIONED',
    'This line cannot receive texts.',
  ],
  [
    11,
    'landline_or_incapable',
    true,
    'fix number',
    'EC_TELESERVICE_NOT_PROVISIONED',
    'This line cannot receive texts.',
  ],
  [
    12,
    'recipient_blocked',
    null,
    'stop',
    'EC_CALL_BARRED',
    'Calls and texts to this number are barred, by the person or by the network.',
  ],
  [
    34,
    'provider_error',
    false,
    'wait',
    'System failure (received_network_error)',
    'Something went wrong inside the network.',
  ],
  [103, 'recipient_blocked', true, 'stop', 'Opted out', 'The person has answered STOP.'],
]

const OWN = errorTable(ROWS)

/** A guess by the GSM list for what MessageBird has not published: whether it is permanent stays open. */
function guess(meaning: ErrorMeaning): ErrorMeaning {
  return { ...meaning, name: `${meaning.name} (by the GSM list)`, permanent: null }
}

const GUESSED: ReadonlyMap<string, ErrorMeaning> = new Map(
  GSM_ERROR_ENTRIES.filter(({ code }) => !OWN.has(code) && explainGsmError(code) !== undefined).map(
    ({ code, ...meaning }) => [code, guess(meaning)],
  ),
)

export const EXTENDED_ERROR_ENTRIES: readonly ErrorEntry[] = [...errorEntries(OWN), ...errorEntries(GUESSED)]

/** What an extended code means; undefined for one that neither MessageBird's list nor the GSM list has. */
export function explainExtendedError(code: string): ErrorMeaning | undefined {
  return OWN.get(code) ?? GUESSED.get(code)
}
