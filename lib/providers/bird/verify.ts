import type { CallbackRequest, Secrets, Verdict, VerifyContext } from '../types'
import { verifyStandardWebhook } from '../verifyStandardWebhook'

/** Signed as Standard Webhooks says, each attempt anew. */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  return verifyStandardWebhook(request, secrets.signingSecret, context)
}
