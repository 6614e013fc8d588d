import { explainCommandStatus, explainGsmError } from '../smppErrors'
import type { ErrorMeaning } from '../types'

/**
 * What a code means: "0x0000000b" is the SMSC's answer to the submit, digits are the network error of a receipt.
 * Undefined for everything else: SMSCs have words of their own.
 */
export function explain(errorCode: string): ErrorMeaning | undefined {
  return explainCommandStatus(errorCode) ?? explainGsmError(errorCode)
}
