import { hash } from 'node:crypto'
import { constantTimeEquals } from '../constantTimeEquals'
import { type HmacAlgorithm, readHmacJwt } from '../readHmacJwt'
import type { CallbackRequest, RefusalCode, Verdict } from '../types'
import { wireText } from '../wireText'

const ALGORITHMS: readonly HmacAlgorithm[] = ['HS256', 'HS384', 'HS512']
const ISSUER = 'MessageBird'
const TOLERANCE_S = 5

type Claims = Readonly<Record<string, unknown>>

/**
 * `MessageBird-Signature-JWT`: a token of 60 seconds over the hash of the URL as it was called, byte for byte, and of the
 * body. `now` in ms UTC. Its id (`jti`) is not remembered: the same report can come again, and is stored once.
 */
export function verifyJwt(request: CallbackRequest, jwt: string, key: string, now: number): Verdict {
  const claims = readHmacJwt(jwt, key, ALGORITHMS)
  if (!claims || claims.iss !== ISSUER || !hasText(claims.jti)) return refuse('signature_wrong', WRONG)
  if (!fitsHash(claims.url_hash, hash('sha256', wireText(request.url)))) return refuse('signature_wrong', OTHER_URL)
  if (!bodyFits(claims, request.rawBody)) {
    return refuse('signature_wrong', 'The token is right, but the body is not the one that was signed.')
  }
  return isCurrent(claims, now / 1000) ? { ok: true } : refuse('timestamp_stale', STALE)
}

const WRONG =
  'The signature does not fit. Check the signing key (not the API key): MessageBird dashboard, Developer settings.'
const OTHER_URL =
  'The signature is right, but it was made for another URL. Check that the public URL of Landed is the one that ' +
  'MessageBird calls, with scheme, port, path and query.'
const STALE =
  'The signature is right, but the time of its token is over or has not come. Check the clock of the server.'

function bodyFits(claims: Claims, body: Buffer): boolean {
  if (claims.payload_hash === undefined) return body.length === 0
  return fitsHash(claims.payload_hash, hash('sha256', body))
}

function fitsHash(claim: unknown, expected: string): boolean {
  return typeof claim === 'string' && constantTimeEquals(claim.toLowerCase(), expected)
}

/** `nbf` and `exp` are seconds; both must be there, or the token would be good for ever. */
function isCurrent({ nbf, exp }: Claims, now: number): boolean {
  if (typeof nbf !== 'number' || typeof exp !== 'number') return false
  return nbf <= now + TOLERANCE_S && now - TOLERANCE_S < exp
}

function hasText(value: unknown): boolean {
  return typeof value === 'string' && value !== ''
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
