import { errorEntries, type ErrorRow, errorTable } from '../errorTable'
import { EXTENDED_ERROR_ENTRIES, explainExtendedError } from '../messagebirdErrors'
import type { ErrorEntry, ErrorMeaning } from '../types'

/** `failure.code`. A code with "xxx" stands for all others that begin like it. */
const ROWS: readonly ErrorRow[] = [
  ['12001', 'provider_error', false, 'ask provider', 'Dependency error', 'A system that Bird relies on had an error.'],
  [
    '12002',
    'content_rejected',
    true,
    'fix content',
    'Unsupported type',
    'This channel cannot send this kind of message.',
  ],
  [
    '12003',
    'account_problem',
    true,
    'account',
    'Unsupported destination',
    'The account is not set up for this destination.',
  ],
  ['12xxx', 'provider_error', false, 'ask provider', 'Service error of Bird', 'Bird had an error of its own.'],
  [
    '14xxx',
    'account_problem',
    null,
    'account',
    'Error caused by the customer',
    'Bird blames the account or what was sent.',
  ],
  ['15001', 'provider_error', false, 'wait', 'Platform error', 'Something went wrong inside the network.'],
  [
    '15005',
    'invalid_number',
    true,
    'fix number',
    'Unknown subscriber',
    'The number is not in service, or was never given out.',
  ],
]

const TABLE = errorTable(ROWS)

/** Rows that speak of one code of the platform below; beside another one, that one says more. */
const WITH_SOURCE: ReadonlyMap<string, string> = new Map([
  ['15001', '34'],
  ['15005', '1'],
])

/** For all other 15xxx the code of the SMS platform decides. */
export const ERRORS: readonly ErrorEntry[] = [
  ...errorEntries(TABLE),
  ...EXTENDED_ERROR_ENTRIES.map((entry) => ({ ...entry, code: `15xxx/${entry.code}` })),
]

/** What "15005/1" (failure code, slash, code of the platform below) means; undefined for what no list has. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  const slash = errorCode.indexOf('/')
  const failure = slash === -1 ? errorCode : errorCode.slice(0, slash)
  const source = slash === -1 ? undefined : errorCode.slice(slash + 1)
  const below = failure.startsWith('15') && source !== undefined ? explainExtendedError(source) : undefined
  const exact = TABLE.get(failure)
  if (exact) return source === WITH_SOURCE.get(failure) ? exact : (below ?? exact)
  if (failure.length !== 5) return undefined
  if (failure.startsWith('15')) return below
  return TABLE.get(`${failure.slice(0, 2)}xxx`)
}
