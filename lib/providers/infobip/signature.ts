import { createHmac } from 'node:crypto'
import { constantTimeEquals } from '../constantTimeEquals'

/** Under Infobip's names; the first is the default here. */
export const ALGORITHMS = [
  'HMAC_SHA_256',
  'HMAC_SHA_1',
  'HMAC_SHA_224',
  'HMAC_SHA_384',
  'HMAC_SHA_512',
  'HMAC_MD5',
] as const

/** The name that node:crypto has for it ("sha256"); undefined for an algorithm that is not Infobip's. */
export function findAlgorithm(name: string | undefined): string | undefined {
  const known = ALGORITHMS.find((algorithm) => algorithm === (name || ALGORITHMS[0]).toUpperCase())
  return known?.slice('HMAC_'.length).replace('_', '').toLowerCase()
}

/**
 * True when `given` is the HMAC of the body. The encoding is not documented: hex of either case and Base64 are taken,
 * with or without "sha256=" before it. They say the same, so this lets in nothing more.
 */
export function fits(given: string, body: Buffer, secret: string, algorithm: string): boolean {
  const digest = createHmac(algorithm, secret).update(body).digest()
  const prefix = `${algorithm}=`
  const bare = given.toLowerCase().startsWith(prefix) ? given.slice(prefix.length) : given
  const isHex = constantTimeEquals(bare.toLowerCase(), digest.toString('hex'))
  const isBase64 = constantTimeEquals(bare, digest.toString('base64'))
  return isHex || isBase64
}
