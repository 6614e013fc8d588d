import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyToken } from '../verifyToken'

/** Textmagic signs nothing, and its message ids are small numbers that anybody can guess: the token is all there is. */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  return verifyToken(request, secrets.token ?? '')
}
