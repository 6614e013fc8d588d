import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyBasicOrToken } from '../verifyBasicOrToken'

/** Clickatell signs nothing: user name and password where they are set, else the token of the URL. */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  return verifyBasicOrToken(request, secrets)
}
