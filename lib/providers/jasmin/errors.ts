import { COMMAND_NAME_ENTRIES, explainCommandName, explainGsmError, GSM_ERROR_ENTRIES } from '../smppErrors'
import type { ErrorEntry, ErrorMeaning } from '../types'

export const ERRORS: readonly ErrorEntry[] = [...GSM_ERROR_ENTRIES, ...COMMAND_NAME_ENTRIES]

/** "ESME_RINVDSTADR" is the SMSC's answer to the submit (level 1), digits are the `err` of a receipt (level 2). */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return explainCommandName(errorCode) ?? explainGsmError(errorCode)
}
