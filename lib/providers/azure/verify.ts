import { carriesToken } from '../carriesToken'
import { quoteShort } from '../cleanText'
import { constantTimeEquals } from '../constantTimeEquals'
import { splitList } from '../splitList'
import type { CallbackRequest, Need, Secrets, Verdict, VerifyContext } from '../types'
import { verifyToken } from '../verifyToken'
import { isHandshake, readableEvents, resourceOf } from './events'
import { keysUrl, verifyEntra } from './verifyEntra'

const HOUR_MS = 60 * 60_000

/** Microsoft's keys, when a bearer token must be checked and the request is not refused for another reason already. */
export function needs(request: CallbackRequest, secrets: Secrets): readonly Need[] {
  const url = keysUrl(secrets)
  if (!url || isEnough(request, secrets) || !verifySecrets(request, secrets).ok) return []
  return [{ url, maxAgeMs: HOUR_MS }]
}

/**
 * Event Grid signs nothing. Whatever of these is set must be right: the token of the URL, a secret header (delivery
 * property), a bearer token of Entra ID, the resource that the events are of. With none of the first three set, nothing
 * is let in. A handshake changes nothing and may come without header and bearer token: for it the token of the URL is
 * enough.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  const bySecrets = verifySecrets(request, secrets)
  if (!bySecrets.ok || isEnough(request, secrets)) return bySecrets
  const byEntra = secrets.tenantId ? verifyEntra(request, secrets, context) : bySecrets
  return byEntra.ok ? verifyResource(request, secrets.expectedTopic) : byEntra
}

function isEnough(request: CallbackRequest, secrets: Secrets): boolean {
  return Boolean(secrets.token) && isHandshake(request)
}

function verifySecrets(request: CallbackRequest, secrets: Secrets): Verdict {
  const { token, headerSecret, tenantId } = secrets
  if (token || (!headerSecret && !tenantId)) {
    const byToken = verifyToken(request, token ?? '')
    if (!byToken.ok) return carriesToken(request) ? byToken : TOKEN_MISSING
  }
  return headerSecret && !isEnough(request, secrets) ? verifyHeader(request, secrets.headerName, headerSecret) : OK
}

const OK: Verdict = { ok: true }
const TOKEN_MISSING: Verdict = {
  ok: false,
  code: 'token_missing',
  reason: 'The URL carries no token. Copy the callback URL again, with all that stands behind its question mark.',
}

function verifyHeader(request: CallbackRequest, name: string | undefined, secret: string): Verdict {
  const header = (name || DEFAULT_HEADER).toLowerCase()
  const sent = Object.hasOwn(request.headers, header) ? request.headers[header] : undefined
  if (constantTimeEquals(sent ?? '', secret)) return OK
  const reason = `The header ${quoteShort(header)} is missing or does not hold the secret of this connection.`
  return { ok: false, code: sent === undefined ? 'credentials_missing' : 'credentials_wrong', reason }
}

/** Name of the delivery property when the connection names none. */
export const DEFAULT_HEADER = 'x-landed-secret'

/**
 * Names of Azure resources are the same in upper and lower case. A body that cannot be read is for `parse` to report.
 */
function verifyResource(request: CallbackRequest, setting: string | undefined): Verdict {
  const expected = splitList(setting).map((resource) => resource.toLowerCase())
  if (expected.length === 0) return OK
  const strange = readableEvents(request).find((event) => !expected.includes(resourceOf(event)?.toLowerCase() ?? ''))
  if (!strange) return OK
  const reason = `An event is of ${quoteShort(resourceOf(strange) ?? '')}, not of the resource of this connection.`
  return { ok: false, code: 'source_unexpected', reason }
}
