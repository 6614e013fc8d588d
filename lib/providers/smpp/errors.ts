import { explainCommandStatus, explainGsmError, SMPP_ERROR_ENTRIES } from '../smppErrors'
import type { ErrorEntry, ErrorMeaning } from '../types'

export const ERRORS: readonly ErrorEntry[] = SMPP_ERROR_ENTRIES

/** Digits are a GSM code, "0x…" is an SMPP command status. Codes of other networks ("2/5") are not explained. */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return explainCommandStatus(errorCode) ?? explainGsmError(errorCode)
}
