import { createHmac } from 'node:crypto'
import { constantTimeEquals } from './constantTimeEquals'
import { isJsonObject } from './parseJson'

const HASHES = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' } as const
export type HmacAlgorithm = keyof typeof HASHES

/** Far longer than any token of a provider. */
const LONGEST = 8192

/**
 * The claims of a JWT that is signed with this secret by one of these algorithms; undefined for anything else. With
 * "none" or a public-key algorithm the sender would choose how it is checked, so there is nothing but this list. What
 * the claims say, and until when they hold, is for the caller to check. An empty secret fits nothing.
 */
export function readHmacJwt(
  jwt: string,
  secret: string,
  algorithms: readonly HmacAlgorithm[],
): Readonly<Record<string, unknown>> | undefined {
  const [header = '', payload = '', signature = '', ...more] = jwt.length > LONGEST ? [] : jwt.split('.', 4)
  const head = decode(header)
  const algorithm = algorithms.find((name) => name === head?.alg)
  // "crit" names extensions that must be understood; none are.
  if (!algorithm || head?.crit !== undefined || more.length > 0 || secret === '') return undefined
  const expected = createHmac(HASHES[algorithm], secret).update(`${header}.${payload}`).digest('base64url')
  return constantTimeEquals(signature, expected) ? decode(payload) : undefined
}

function decode(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}
