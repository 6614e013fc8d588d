import { constantTimeEquals } from '../constantTimeEquals'
import type { CallbackRequest, RefusalCode, Secrets, Verdict } from '../types'
import { verifyBasic, verifyBearer } from '../verifyCredentials'
import { verifyToken } from '../verifyToken'
import { findAlgorithm, fits } from './signature'

/** The name that most receivers use; Infobip publishes none. */
export const SIGNATURE_HEADER = 'X-Infobip-Signature'

/**
 * A notification profile has one security setting, so what is set here is what is required: the HMAC, else user name
 * and password, else the bearer token, else the fixed header. With none of them, the token of the URL. Nothing of it
 * holds a time: an old request can come again, and must not be counted twice by whoever stores it.
 */
export function verify(request: CallbackRequest, secrets: Secrets): Verdict {
  if (secrets.signingSecret) return verifySignature(request, secrets.signingSecret, secrets)
  if (secrets.username) return verifyBasic(request, secrets.username, secrets.password ?? '')
  if (secrets.bearerToken) return verifyBearer(request, secrets.bearerToken)
  if (secrets.headerName) return verifyHeader(request, secrets.headerName, secrets.headerValue ?? '')
  return verifyToken(request, secrets.token ?? '')
}

function verifySignature(request: CallbackRequest, secret: string, secrets: Secrets): Verdict {
  const header = secrets.signatureHeader || SIGNATURE_HEADER
  const given = request.headers[header.toLowerCase()]
  if (!given) return refuse('signature_missing', `The request came without the header ${shown(header)}.`)
  const algorithm = findAlgorithm(secrets.signatureAlgorithm)
  if (algorithm && fits(given.trim(), request.rawBody, secret, algorithm)) return { ok: true }
  return refuse('signature_wrong', 'The signature does not fit. Check the secret key and the algorithm of the profile.')
}

function verifyHeader(request: CallbackRequest, name: string, value: string): Verdict {
  const given = request.headers[name.toLowerCase()]
  if (given === undefined) {
    return refuse('credentials_missing', `The request came without the header ${shown(name)}.`)
  }
  if (constantTimeEquals(given, value)) return { ok: true }
  return refuse('credentials_wrong', `The header ${shown(name)} does not have the value of this connection.`)
}

function shown(name: string): string {
  return name.slice(0, 60)
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
