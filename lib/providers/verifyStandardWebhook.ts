import { createHmac } from 'node:crypto'
import { constantTimeEquals } from './constantTimeEquals'
import { parseUnixSeconds } from './readTime'
import type { CallbackRequest, RefusalCode, Verdict, VerifyContext } from './types'

const PREFIX = 'whsec_'
const TOLERANCE_MS = 5 * 60 * 1000

/**
 * Standard Webhooks: HMAC-SHA256 over "id.timestamp.body" with the base64 key of the signing secret. The header may
 * hold several signatures, so that a secret can be changed without a gap; one that fits is enough. A secret that was not
 * set lets nobody in. The URL is not signed.
 */
export function verifyStandardWebhook(
  request: CallbackRequest,
  signingSecret: string | undefined,
  context: VerifyContext,
): Verdict {
  const id = request.headers['webhook-id']
  const timestamp = request.headers['webhook-timestamp']
  const signatures = request.headers['webhook-signature']
  if (!id || !timestamp || !signatures) {
    return refuse('signature_missing', 'The headers webhook-id, webhook-timestamp and webhook-signature are required.')
  }
  const expected = sign(`${id}.${timestamp}.`, request.rawBody, signingSecret)
  if (!expected || !signaturesOf(signatures).some((signature) => constantTimeEquals(signature, expected))) {
    return refuse(
      'signature_wrong',
      'No v1 signature fits. Check the signing secret, and that the body is sent as signed.',
    )
  }
  const age = context.now - parseUnixSeconds(timestamp)
  if (Math.abs(age) <= TOLERANCE_MS) return { ok: true }
  return refuse('timestamp_stale', 'The signature is right, but webhook-timestamp is more than 5 minutes off.')
}

function sign(prefix: string, body: Buffer, secret: string | undefined): string | null {
  const key = Buffer.from(secret?.startsWith(PREFIX) ? secret.slice(PREFIX.length) : (secret ?? ''), 'base64')
  return key.length === 0 ? null : createHmac('sha256', key).update(prefix).update(body).digest('base64')
}

/** "v1,aaa v1,bbb v1a,ccc" → the v1 ones. A header sent twice arrives joined with ", ". */
function signaturesOf(header: string): string[] {
  return header
    .split(' ')
    .map((entry) => entry.replace(/,$/, ''))
    .filter((entry) => entry.startsWith('v1,'))
    .map((entry) => entry.slice('v1,'.length))
}

function refuse(code: RefusalCode, reason: string): Verdict {
  return { ok: false, code, reason }
}
