import { hash } from 'node:crypto'
import { constantTimeEquals } from '../constantTimeEquals'
import { readHmacJwt } from '../readHmacJwt'
import type { CallbackRequest, RefusalCode, Secrets, Verdict } from '../types'
import { credentialsOf } from '../verifyCredentials'

/** Vonage tries for 24 hours, and whether a retry gets a new token is not documented. */
const DEFAULT_MAX_AGE_S = 24 * 60 * 60
const CLOCK_SKEW_S = 5 * 60
const ISSUER = 'Vonage'

type Claims = Readonly<Record<string, unknown>>

/**
 * `Authorization: Bearer <JWT>`, signed (HS256) with the account's signature secret over the hash of the body. `now` in
 * ms UTC. Vonage's own library does not compare the hash: with it alone, a token would fit any body. The URL is not
 * signed. The token has no end; its age is judged here.
 */
export function verifyJwt(request: CallbackRequest, secret: string, secrets: Secrets, now: number): Verdict {
  const jwt = credentialsOf(request, 'bearer')
  // Rarely Vonage sends one unsigned, and signs it when asked again. After a 401 it would not come again.
  if (jwt === undefined) return refuse('unverifiable', UNSIGNED)
  const claims = readHmacJwt(jwt, secret, ['HS256'])
  if (!claims) return refuse('signature_wrong', WRONG)
  if (!isHashOf(claims.payload_hash, request.rawBody)) return refuse('signature_wrong', OTHER_BODY)
  return verifySource(claims, secrets.apiKey) ?? verifyAge(claims, secrets.maxAgeSeconds, now / 1000)
}

const UNSIGNED =
  'It came without a signature (header Authorization with a bearer token). Vonage was asked to send it again, signed. ' +
  'If your account never signs, take the signature secret out of this connection.'
const WRONG =
  'The token of the header Authorization does not fit. Check the signature secret (it is not the API secret).'
const OTHER_BODY = 'The token is right, but the body is not the one that was signed. Something on the way changed it.'

function isHashOf(claim: unknown, body: Buffer): boolean {
  return typeof claim === 'string' && constantTimeEquals(claim.toLowerCase(), hash('sha256', body))
}

/** The refusal of a token of somebody else, however rightly it is signed. */
function verifySource({ iss, api_key: key }: Claims, apiKey: string | undefined): Verdict | undefined {
  if (iss !== undefined && iss !== ISSUER) return refuse('source_unexpected', 'The token was not issued by Vonage.')
  if (!apiKey || key === apiKey) return undefined
  return refuse('source_unexpected', 'The token is rightly signed, but is for another account (API key) than this one.')
}

/** `iat` and `exp` are seconds. A token without `iat` would be good for ever. */
function verifyAge({ iat, exp }: Claims, maxAgeSeconds: string | undefined, now: number): Verdict {
  const age = typeof iat === 'number' ? now - iat : NaN
  const isCurrent = age <= Number(maxAgeSeconds || DEFAULT_MAX_AGE_S) && age >= -CLOCK_SKEW_S
  const isOver = typeof exp === 'number' && now > exp + CLOCK_SKEW_S
  if (isCurrent && !isOver) return { ok: true }
  return refuse('timestamp_stale', 'The token is right, but too old, or its time lies in the future.')
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
