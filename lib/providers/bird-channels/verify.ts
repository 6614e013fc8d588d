import { createHmac, hash } from 'node:crypto'
import { constantTimeEquals } from '../constantTimeEquals'
import { parseUnixSeconds } from '../readTime'
import type { CallbackRequest, RefusalCode, Secrets, Verdict, VerifyContext } from '../types'
import { wireText } from '../wireText'

const TOLERANCE_MS = 5 * 60 * 1000

/**
 * HMAC-SHA256 over the timestamp, the URL as configured and the hash of the body. The hash goes in as bytes: as text it
 * would be another one. A signing key that was not set lets nobody in. Bird states no window; here it is five minutes.
 */
export function verify(request: CallbackRequest, secrets: Secrets, context: VerifyContext): Verdict {
  const signature = request.headers['messagebird-signature']
  const timestamp = request.headers['messagebird-request-timestamp']
  if (!signature || !timestamp) {
    return refuse('signature_missing', 'messagebird-signature and messagebird-request-timestamp are required.')
  }
  const key = secrets.signingSecret ?? ''
  const expected = createHmac('sha256', key)
    .update(`${timestamp}\n${wireText(request.url)}\n`)
    .update(hash('sha256', request.rawBody, 'buffer'))
    .digest('base64')
  if (!constantTimeEquals(signature, expected) || key === '') return refuse('signature_wrong', WRONG)
  if (Math.abs(context.now - parseUnixSeconds(timestamp)) <= TOLERANCE_MS) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but its timestamp is more than 5 minutes off.')
}

const WRONG =
  'The signature does not fit. Check the signing key of the webhook subscription, and that the URL in it is the public ' +
  'URL of this connection, letter for letter.'

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
