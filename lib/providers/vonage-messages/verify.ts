import type { CallbackRequest, Secrets, Verdict, VerifyContext } from '../types'
import { verifyToken } from '../verifyToken'
import { verifyJwt } from './verifyJwt'

/**
 * With a signature secret the token of the header Authorization is required (one in the URL is then not enough). Without
 * one, the secret token in the URL is. With neither, nothing is let in.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  if (secrets.signatureSecret) return verifyJwt(request, secrets.signatureSecret, secrets, context.now)
  return verifyToken(request, secrets.token ?? '')
}
