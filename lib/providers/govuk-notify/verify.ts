import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyBearer } from '../verifyCredentials'

/** The bearer token that was typed into Notify beside the URL. Nothing is signed. */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  return verifyBearer(request, secrets.token ?? '')
}
