import { firstValue, type Form } from '../formDecoder'

const NACK = /^NACK\/(0x[0-9a-f]{1,8})(?:\/|$)/i
const NO_ERROR = /^(?:0*|nul|null|nd)$/i
const LONGEST = 32

/**
 * The network's code, as sent; null when there is none. From the NACK or the `err` of the receipt text; else from the
 * three raw bytes of `dlr_err` (network type, then the code, big-endian) as a decimal number.
 */
export function errorCodeOf(answer: string, err: string | null, query: Form): string | null {
  const refused = NACK.exec(answer)?.[1]
  if (refused) return Number(refused) === 0 ? null : refused
  if (err !== null) return NO_ERROR.test(err) || err.length > LONGEST ? null : err
  return fromRawBytes(firstValue(query, 'err') ?? '')
}

function fromRawBytes(raw: string): string | null {
  // Codes above 0x7F are no UTF-8 and arrive as U+FFFD: such a code is lost, and better none than a wrong one.
  if (raw.length !== 3 || /[^\0-\x7f]/.test(raw)) return null
  const code = raw.charCodeAt(1) * 256 + raw.charCodeAt(2)
  return code === 0 ? null : String(code)
}
