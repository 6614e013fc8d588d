import type { RefusalCode } from './types'

const UNAUTHORISED: ReadonlySet<RefusalCode> = new Set([
  'signature_missing',
  'token_missing',
  'credentials_missing',
  'credentials_wrong',
])

/**
 * The HTTP status that answers a refusal: 401 asks for a proof, 403 says that the one given is not accepted, 503 that
 * nobody can tell now and the request should come again.
 */
export function refusalStatus(code: RefusalCode): 401 | 403 | 503 {
  if (code === 'unverifiable') return 503
  return UNAUTHORISED.has(code) ? 401 : 403
}
