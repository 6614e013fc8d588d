import { createPublicKey, type KeyObject, verify as verifySignature } from 'node:crypto'
import { BoundedCache } from '../BoundedCache'
import { parseUnixSeconds } from '../readTime'
import type { CallbackRequest, RefusalCode, Secrets, Verdict, VerifyContext } from '../types'

const TOLERANCE_S = 300
/** What makes a public key (SPKI) of the 32 bytes of an Ed25519 key. */
const SPKI_PREFIX = Buffer.from('302a300506032b6570032100', 'hex')
/** 64 bytes in Base64 with its padding, as Telnyx's own library wants it; neither URL-safe nor unpadded. */
const SIGNATURE = /^[A-Za-z0-9+/]{86}==$/
const PUBLIC_KEY = /^[A-Za-z0-9+/]{43}=$/
const keys = new BoundedCache<KeyObject>()

/**
 * `telnyx-signature-ed25519` over "timestamp|body", byte for byte, with the public key of the account; good for 300
 * seconds either way. The URL is not signed.
 */
export function verify(request: CallbackRequest, secrets: Secrets, { now }: VerifyContext): Verdict {
  const signature = request.headers['telnyx-signature-ed25519']
  const timestamp = request.headers['telnyx-timestamp']
  if (!signature || !timestamp) {
    return refuse('signature_missing', 'The headers telnyx-signature-ed25519 and telnyx-timestamp are required.')
  }
  const key = findKey(secrets.publicKey ?? '')
  if (!key) return refuse('signature_wrong', NO_KEY)
  const signedAt = parseUnixSeconds(timestamp)
  if (Number.isNaN(signedAt) || !SIGNATURE.test(signature)) return refuse('signature_wrong', MALFORMED)
  const signed = Buffer.concat([Buffer.from(`${timestamp}|`), request.rawBody])
  if (!verifySignature(null, signed, key, Buffer.from(signature, 'base64'))) return refuse('signature_wrong', WRONG)
  // Whole seconds on both sides: exactly 300 are still accepted.
  if (Math.abs(Math.floor(now / 1000) - signedAt / 1000) <= TOLERANCE_S) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but telnyx-timestamp is more than 5 minutes off.')
}

const NO_KEY =
  'The public key of this connection is not one of Telnyx: it must be the 44 characters of Base64 from the portal.'
const MALFORMED = 'The signature or its timestamp is not written as Telnyx writes them.'
const WRONG =
  'The signature does not fit. Check that the public key is that of the account that sends, and that nothing on the ' +
  'way changes the body.'

/** The key of the portal's text; undefined for anything else. */
function findKey(text: string): KeyObject | undefined {
  const trimmed = text.trim()
  if (!PUBLIC_KEY.test(trimmed)) return undefined
  try {
    return keys.get(trimmed, importKey)
  } catch {
    return undefined
  }
}

function importKey(base64: string): KeyObject {
  const key = Buffer.concat([SPKI_PREFIX, Buffer.from(base64, 'base64')])
  return createPublicKey({ key, format: 'der', type: 'spki' })
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
