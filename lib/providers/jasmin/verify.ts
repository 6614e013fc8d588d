import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyToken } from '../verifyToken'

/** Jasmin signs nothing: the secret token in the URL is all there is. */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  return verifyToken(request, secrets.token ?? '')
}
