import { errorEntries, errorTable } from '../errorTable'
import type { ErrorMeaning } from '../types'
import { DLT_ERRORS } from './dltErrors'
import { HANDSET_ERRORS } from './handsetErrors'
import { OPERATOR_ERRORS } from './operatorErrors'
import { SIGNALLING_ERRORS } from './signallingErrors'
import { STATUS_ERRORS, VOICE_ERRORS } from './statusErrors'
import { USER_ERRORS } from './userErrors'

/**
 * Two code spaces that overlap: `error.id` as it is ("27"), and "status:12" for the status where there is no error.
 * "Permanent" is the value that Infobip publishes; some look odd (628, a temporary failure, is called permanent).
 */
const TABLE = errorTable([
  ...STATUS_ERRORS,
  ...VOICE_ERRORS,
  ...HANDSET_ERRORS,
  ...SIGNALLING_ERRORS,
  ...USER_ERRORS,
  ...OPERATOR_ERRORS,
  ...DLT_ERRORS,
])

export const ERRORS = errorEntries(TABLE)

/** What a code means; undefined for one that is not in the tables. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return TABLE.get(errorCode)
}
