import { quoteShort } from '../cleanText'
import { UnreadableError } from '../UnreadableError'

const DECIMAL = /^\d{1,5}$/
const BYTES = /^(?:0x)?([0-9a-f]{2})[ :]?([0-9a-f]{2})[ :]?([0-9a-f]{2})$/i
const GSM = 3
const SMPP = 7
const MOST = 0xffff

/**
 * The TLV `network_error_code`: its three bytes in hex (network type, then the code), or only the code as a decimal
 * number of up to five digits. GSM codes are returned as decimal text, SMPP ones like "0x0000000b", those of other
 * kinds of network as "type/code": the same number means something else there. Null for zero.
 * Throws UnreadableError (invalid_value) for anything else.
 */
export function readNetworkErrorCode(sent: string): string | null {
  if (DECIMAL.test(sent) && Number(sent) <= MOST) return codeOf(GSM, Number(sent))
  const match = BYTES.exec(sent)
  if (!match) {
    const reason = `network_error_code must be three bytes in hex or a decimal number, but is ${quoteShort(sent)}.`
    throw new UnreadableError('invalid_value', reason)
  }
  return codeOf(parseInt(match[1]!, 16), parseInt(match[2]! + match[3]!, 16))
}

function codeOf(network: number, code: number): string | null {
  if (code === 0) return null
  if (network === SMPP) return `0x${code.toString(16).padStart(8, '0')}`
  return network === GSM ? String(code) : `${network}/${code}`
}
