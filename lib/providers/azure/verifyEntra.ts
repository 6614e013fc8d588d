import { createPublicKey, type JsonWebKey, type KeyObject, verify } from 'node:crypto'
import { BoundedCache } from '../BoundedCache'
import { isJsonObject } from '../parseJson'
import type { CallbackRequest, RefusalCode, Secrets, Verdict, VerifyContext } from '../types'
import { credentialsOf } from '../verifyCredentials'

/** "Microsoft.EventGrid" in the public cloud; other clouds have an application of their own. */
export const EVENT_GRID_APPLICATION = '4962773b-9cdb-44cf-a8bf-237846a00ab7'

const TENANT = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const LONGEST_TOKEN = 16_000
const CLOCK_SKEW_SECONDS = 300
const keySets = new BoundedCache<ReadonlyMap<string, KeyObject>>()

/** Where the tenant's keys are published; undefined when no tenant is set, or what is set is none. */
export function keysUrl({ tenantId }: Secrets): string | undefined {
  if (!tenantId || !TENANT.test(tenantId)) return undefined
  return `https://login.microsoftonline.com/${tenantId.toLowerCase()}/discovery/v2.0/keys`
}

/**
 * `Authorization: Bearer <JWT>`: signed (RS256) with a key of the tenant, issued by the tenant, for our application, to
 * Event Grid, and valid now.
 */
export function verifyEntra(request: CallbackRequest, secrets: Secrets, { fetched, now }: VerifyContext): Verdict {
  const token = credentialsOf(request, 'bearer')
  if (token === undefined) return refuse('credentials_missing', 'The request came without a bearer token of Entra ID.')
  const url = keysUrl(secrets)
  if (!url || !secrets.audience) return refuse('credentials_wrong', INCOMPLETE)
  const jwt = readJwt(token)
  if (!jwt) return refuse('credentials_wrong', 'The bearer token is no JWT that is signed with RS256.')
  const keys = keysOf(fetched?.get(url))
  const key = keys?.get(jwt.keyId)
  // A key that is not in the list is most likely newer than the list.
  if (!key) return refuse('unverifiable', 'The key of Microsoft that signed the bearer token could not be fetched.')
  if (!verify('sha256', jwt.signed, key, jwt.signature)) {
    return refuse('signature_wrong', 'The signature of the bearer token does not fit.')
  }
  return checkClaims(jwt.claims, secrets, now)
}

const INCOMPLETE = 'The tenant id of this connection is not a valid one, or its application id (audience) is not set.'

interface Jwt {
  keyId: string
  claims: Readonly<Record<string, unknown>>
  signed: Buffer
  signature: Buffer
}

function readJwt(token: string): Jwt | undefined {
  const [header = '', payload = '', signature = '', ...rest] = token.length > LONGEST_TOKEN ? [] : token.split('.')
  const head = readPart(header)
  const claims = readPart(payload)
  if (rest.length > 0 || head?.alg !== 'RS256' || typeof head.kid !== 'string' || !claims) return undefined
  const signed = Buffer.from(`${header}.${payload}`)
  return { keyId: head.kid, claims, signed, signature: Buffer.from(signature, 'base64url') }
}

function readPart(part: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return isJsonObject(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** The RSA keys of a JWKS document by their id; undefined when it is none. */
function keysOf(document: string | undefined): ReadonlyMap<string, KeyObject> | undefined {
  if (document === undefined) return undefined
  try {
    return keySets.get(document, readKeys)
  } catch {
    return undefined
  }
}

function readKeys(document: string): ReadonlyMap<string, KeyObject> {
  const { keys } = JSON.parse(document) as { keys: (JsonWebKey & { kid?: unknown })[] }
  const usable = keys.filter(({ kty, kid }) => kty === 'RSA' && typeof kid === 'string')
  return new Map(usable.map((key) => [String(key.kid), createPublicKey({ key, format: 'jwk' })]))
}

function checkClaims(claims: Jwt['claims'], secrets: Secrets, now: number): Verdict {
  const tenant = (secrets.tenantId ?? '').toLowerCase()
  const issuers = [`https://sts.windows.net/${tenant}/`, `https://login.microsoftonline.com/${tenant}/v2.0`]
  const audiences = [secrets.audience, `api://${secrets.audience}`]
  // Version 1 of these tokens says appid, version 2 says azp.
  const caller = claims.appid ?? claims.azp
  if (!issuers.includes(String(claims.iss))) return strange('another tenant (iss)')
  if (!audiences.includes(String(claims.aud))) return strange('another application than ours (aud)')
  if (caller !== (secrets.callerApplicationId || EVENT_GRID_APPLICATION)) return strange('another caller (appid)')
  const seconds = now / 1000
  const isFresh = Number(claims.exp) > seconds - CLOCK_SKEW_SECONDS
  const isBegun = claims.nbf === undefined || Number(claims.nbf) <= seconds + CLOCK_SKEW_SECONDS
  if (typeof claims.exp === 'number' && isFresh && isBegun) return { ok: true }
  return refuse('timestamp_stale', 'The bearer token has expired, or is not valid yet.')
}

function strange(whose: string): Verdict {
  return refuse('source_unexpected', `The bearer token is rightly signed, but is of ${whose} of this connection.`)
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
