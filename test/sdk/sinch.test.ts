import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { sinch } from '@/lib/providers/sinch'

interface SinchSignatures {
  validateWebhookSignature(secret: string, headers: Record<string, string>, body: string): boolean
  computeSignedData(body: string, nonce: string, timestamp: string): string
  calculateWebhookSignature(signedData: string, secret: string): string
}
/**
 * By the path of its file: the package as a whole cannot be loaded without `@sinch/sdk-core`, which brings all other
 * products along.
 */
const FILE = '../../node_modules/@sinch/sdk-client/dist/utils/authorization.helper.js'
const sdk = createRequire(import.meta.url)(fileURLToPath(new URL(FILE, import.meta.url))) as SinchSignatures

const SECRET = 'sinch-webhook-secret-9f2c'
const NONCE = '01JN9Q0ZC3X7M5TB8A2R4E6W1V'
const AT = '1772446508'
const BODY = '{\n  "type": "recipient_delivery_report_sms",\n  "note": "ä€😀"\n}'

type Headers = Record<string, string>
const headersOf = (signature: string, nonce = NONCE, at = AT): Headers => ({
  'x-sinch-webhook-signature': signature,
  'x-sinch-webhook-signature-nonce': nonce,
  'x-sinch-webhook-signature-timestamp': at,
  'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
})
const theirSignature = (body = BODY, secret = SECRET) =>
  sdk.calculateWebhookSignature(sdk.computeSignedData(body, NONCE, AT), secret)

function both(body: string, headers: Headers, now = Number(AT) * 1000): boolean[] {
  const request = { method: 'POST', url: 'https://h.example/cb', headers, rawBody: Buffer.from(body) }
  return [
    sdk.validateWebhookSignature(SECRET, headers, body),
    sinch.verify(request, { signingSecret: SECRET }, { now }).ok,
  ]
}

describe('x-sinch-webhook-signature', () => {
  test('signed by the SDK', () => {
    expect(both(BODY, headersOf(theirSignature()))).toEqual([true, true])
  })
  test('signed by the documented rule', () => {
    const signature = createHmac('sha256', SECRET).update(`${BODY}.${NONCE}.${AT}`).digest('base64')
    expect(both(BODY, headersOf(signature))).toEqual([true, true])
  })
  test.each([
    ['another body', BODY.replace('ä', 'a'), headersOf(theirSignature())],
    ['the same body written otherwise', JSON.stringify(JSON.parse(BODY)), headersOf(theirSignature())],
    ['another nonce', BODY, headersOf(theirSignature(), 'n2')],
    ['another time', BODY, headersOf(theirSignature(), NONCE, '1772446509')],
    ['another secret', BODY, headersOf(theirSignature(BODY, 'other'))],
    ['an empty signature', BODY, headersOf('')],
  ])('both refuse %s', (_, body, headers) => {
    expect(both(body, headers)).toEqual([false, false])
  })
  test('only Landed looks at the clock', () => {
    expect(both(BODY, headersOf(theirSignature()), Number(AT) * 1000 + 301_000)).toEqual([true, false])
  })
})
