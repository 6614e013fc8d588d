import { createHmac } from 'node:crypto'
import { constantTimeEquals } from '../constantTimeEquals'
import { parseUnixSeconds } from '../readTime'
import type { CallbackRequest, RefusalCode, Secrets, Verdict, VerifyContext } from '../types'
import { verifyBasicOrToken } from '../verifyBasicOrToken'

const HEADER = 'x-sinch-webhook-signature'
const ALGORITHM = 'hmacsha256'
const TOLERANCE_MS = 5 * 60 * 1000

/**
 * With a webhook secret the signature is required; without one, user name and password; without those, the token of the
 * URL. Nonces are not remembered: within the five minutes the same report can come again, and is stored once.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  if (secrets.signingSecret) return verifySignature(request, secrets.signingSecret, context)
  return verifyBasicOrToken(request, secrets)
}

function verifySignature(request: CallbackRequest, secret: string, context: VerifyContext): Verdict {
  const signature = request.headers[HEADER]
  const nonce = request.headers[`${HEADER}-nonce`]
  const timestamp = request.headers[`${HEADER}-timestamp`]
  if (!signature || !nonce || !timestamp) return refuse('signature_missing', MISSING)
  // The header is not signed: whoever sends could choose a weak algorithm, so only the documented one is taken.
  const algorithm = request.headers[`${HEADER}-algorithm`] ?? ALGORITHM
  const expected = createHmac('sha256', secret).update(request.rawBody).update(`.${nonce}.${timestamp}`)
  const fits = constantTimeEquals(signature, expected.digest('base64'))
  if (!fits || algorithm.toLowerCase() !== ALGORITHM) return refuse('signature_wrong', WRONG)
  const age = context.now - parseUnixSeconds(timestamp)
  if (Math.abs(age) <= TOLERANCE_MS) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but its timestamp is more than 5 minutes off.')
}

const MISSING =
  'The headers x-sinch-webhook-signature, …-nonce and …-timestamp are required. Ask your account manager at Sinch to ' +
  'switch on signing, or use this connection without a webhook secret.'
const WRONG = 'The signature does not fit. Check the webhook secret, and that the body is sent on as it came.'

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
