import type { CallbackRequest, Secrets, Verdict, VerifyContext } from '../types'
import { verifyJwt } from './verifyJwt'
import { verifyLegacy } from './verifyLegacy'

/**
 * Every report must be signed: GETs are repeated by link scanners and prefetchers. The newer signature decides where
 * both are there. A signing key that was not set lets nobody in.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  const key = secrets.signingSecret ?? ''
  const jwt = request.headers['messagebird-signature-jwt']
  if (jwt) return verifyJwt(request, jwt, key, context.now)
  const signature = request.headers['messagebird-signature']
  if (signature) return verifyLegacy(request, signature, key, context.now)
  return {
    ok: false,
    code: 'signature_missing',
    reason: 'The request came with neither MessageBird-Signature-JWT nor the older MessageBird-Signature.',
  }
}
