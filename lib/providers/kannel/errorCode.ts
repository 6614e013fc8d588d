import { smppErr } from '../smppErr'

const NACK = /^NACK\/(0x[0-9a-f]{1,8})(?:\/|$)/i
/** The value as on the wire: decoded as UTF-8, codes from 128 on (144, "number changed") would be lost. */
const RAW_ERR = /[?&]err=([^&#]{3,9})(?:[&#]|$)/
const GSM = 3
const ONE_BYTE = /%([0-9a-f]{2})|[\s\S]/gi

/**
 * The network's code, as sent; null when there is none. From the NACK or the `err` of the receipt text; else from the
 * three raw bytes of `dlr_err` (network type, then the code, big-endian) as a decimal number, of another network than
 * GSM as "type/code": the same number means something else there.
 */
export function errorCodeOf(answer: string, err: string | null, url: string): string | null {
  const refused = NACK.exec(answer)?.[1]
  if (refused) return Number(refused) === 0 ? null : refused
  if (err !== null) return smppErr(err)
  return fromRawBytes(RAW_ERR.exec(url)?.[1] ?? '')
}

function fromRawBytes(raw: string): string | null {
  const bytes = [...raw.matchAll(ONE_BYTE)].map(([sent, hex]) => byteOf(sent, hex))
  if (bytes.length !== 3) return null
  const code = bytes[1]! * 256 + bytes[2]!
  if (code === 0) return null
  return bytes[0] === GSM ? String(code) : `${bytes[0]}/${code}`
}

function byteOf(sent: string, hex: string | undefined): number {
  if (hex !== undefined) return parseInt(hex, 16)
  return sent === '+' ? 0x20 : sent.charCodeAt(0) & 0xff
}
