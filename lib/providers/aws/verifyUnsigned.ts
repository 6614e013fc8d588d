import { carriesToken } from '../carriesToken'
import type { CallbackRequest, Secrets, Verdict } from '../types'
import { verifyBasic } from '../verifyCredentials'
import { verifyToken } from '../verifyToken'

/** The token of the URL; or user name and password where they are set (SNS takes them out of its endpoint's URL). */
export function verifyUnsigned(request: CallbackRequest, secrets: Secrets): Verdict {
  const byToken = verifyToken(request, secrets.token ?? '')
  if (byToken.ok) return byToken
  const byPassword = secrets.password ? verifyBasic(request, secrets.username ?? '', secrets.password) : undefined
  if (byPassword?.ok) return byPassword
  if (carriesToken(request)) return byToken
  return byPassword ?? { ok: false, code: 'signature_missing', reason: UNPROVEN }
}

const UNPROVEN =
  'This is no signed SNS message of a listed topic, and the URL carries no token. Switch raw message delivery off, ' +
  'list the topic, or copy the callback URL again.'
