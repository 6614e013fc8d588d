import type { CallbackRequest, Secrets, Verdict, VerifyContext } from '../types'
import { verifyStandardWebhook } from '../verifyStandardWebhook'
import { verifyToken } from '../verifyToken'

/**
 * With a signing secret every request must be signed (Standard Webhooks). Without one, the secret token in the URL is
 * what proves it. With neither, nothing is let in.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  if (!secrets.signingSecret) return verifyToken(request, secrets.token ?? '')
  // The signature covers the body, and a GET has its receipt in the URL.
  if (request.method === 'GET') {
    return { ok: false, code: 'signature_missing', reason: 'A GET cannot be signed: send signed receipts by POST.' }
  }
  return verifyStandardWebhook(request, secrets.signingSecret, context)
}
