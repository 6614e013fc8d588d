import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyToken } from '../verifyToken'

/** BulkSMS signs nothing and advises a secret in the URL (`?secret=…`). */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  return verifyToken(request, secrets.token ?? '', 'secret')
}
