import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyBasicOrToken } from '../verifyBasicOrToken'

/**
 * Bandwidth signs nothing: the user name and password of the application where they are set, else the token of the URL.
 * It may send them only after a 401 that asks for them, so a first request without them is no attack.
 */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  return verifyBasicOrToken(request, secrets)
}
