import { constantTimeEquals } from '../constantTimeEquals'
import { type Form, firstValue } from '../formDecoder'
import { parseUnixSeconds } from '../readTime'
import type { CallbackRequest, Secrets, Verdict, VerifyContext } from '../types'
import { UnreadableError } from '../UnreadableError'
import { verifyToken } from '../verifyToken'
import { parametersOf } from './parameters'
import { findAlgorithm, sign } from './signature'

/** Vonage tries for 24 hours, and whether a retry is signed anew is not documented. */
const DEFAULT_MAX_AGE_SECONDS = 24 * 60 * 60
const CLOCK_SKEW_MS = 5 * 60 * 1000

/**
 * Names are signed as they are: with these in one, it could swallow the parameters before it ("err-code", "timestamp")
 * under the same signature.
 */
const AMBIGUOUS = /[&=]/

/**
 * With a signature secret the signature is required (a token alone is then not enough). Without one, the secret token
 * in the URL is. With neither, nothing is let in.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  if (secrets.signatureSecret) return verifySignature(request, secrets.signatureSecret, secrets, context)
  return verifyToken(request, secrets.token ?? '')
}

function verifySignature(request: CallbackRequest, secret: string, secrets: Secrets, context: VerifyContext): Verdict {
  const parameters = readableParameters(request)
  const signature = parameters && firstValue(parameters, 'sig')
  if (!parameters || !signature) return refuse('signature_missing', MISSING)
  const algorithm = findAlgorithm(secrets.signatureAlgorithm)
  if (!algorithm) return refuse('signature_wrong', 'The signature algorithm of this connection is not one of Vonage’s.')
  if (!constantTimeEquals(signature.toLowerCase(), sign(parameters, secret, algorithm))) {
    return refuse('signature_wrong', WRONG)
  }
  if (parameters.names.some((name) => AMBIGUOUS.test(name))) return refuse('signature_wrong', REWRITTEN)
  return verifyAge(firstValue(parameters, 'timestamp'), secrets.maxAgeSeconds, context.now)
}

const MISSING =
  'There is no signature (sig) in a readable query, form or JSON body. Ask Vonage to switch on signing for receipts, ' +
  'or use this connection without a signature secret.'
const WRONG =
  'The signature does not fit. Check the signature secret (it is not the API secret) and the signature algorithm.'
const REWRITTEN =
  'The signature fits, but a parameter has "&" or "=" in its name: somebody joined what Vonage sent apart.'

/** A receipt that is signed but carries no timestamp is as good as its signature: the time cannot be taken away. */
function verifyAge(timestamp: string | undefined, maxAgeSeconds: string | undefined, now: number): Verdict {
  if (!timestamp) return { ok: true }
  const maxAge = Number(maxAgeSeconds || DEFAULT_MAX_AGE_SECONDS) * 1000
  const age = now - parseUnixSeconds(timestamp)
  if (age <= maxAge && age >= -CLOCK_SKEW_MS) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but its timestamp is too old or lies in the future.')
}

function readableParameters(request: CallbackRequest): Form | undefined {
  try {
    return parametersOf(request)
  } catch (error) {
    if (error instanceof UnreadableError) return undefined
    throw error
  }
}

function refuse(code: 'signature_missing' | 'signature_wrong' | 'timestamp_stale', reason: string): Verdict {
  return { ok: false, code, reason }
}
