import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Webhook } from 'standardwebhooks'
import { bird } from '@/lib/providers/bird'
import { landed } from '@/lib/providers/landed'

const SECRET = 'whsec_YmlyZC1zdGFuZGFyZC13ZWJob29rcy1rZXktMDAwMSE='
const NOW = 1772446511_000
const BODY = '{"type":"sms.delivered","note":"ä€😀"}'

/** The library reads the clock itself. */
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

type Headers = Record<string, string>
const headersOf = (signature: string, at = NOW, id = 'msg_1'): Headers => ({
  'webhook-id': id,
  'webhook-timestamp': String(at / 1000),
  'webhook-signature': signature,
})
const theirSignature = (body = BODY, at = NOW, secret = SECRET) => new Webhook(secret).sign('msg_1', new Date(at), body)

function theirs(body: string, headers: Headers): boolean {
  try {
    // It returns the body as JSON, and throws for what is not signed.
    new Webhook(SECRET).verify(body, headers)
    return true
  } catch {
    return false
  }
}

describe.each([bird, landed])('$id', (adapter) => {
  function ours(body: string, headers: Headers): boolean {
    const request = { method: 'POST', url: 'https://h.example/cb', headers, rawBody: Buffer.from(body) }
    return adapter.verify(request, { signingSecret: SECRET }, { now: Date.now() }).ok
  }
  const both = (body: string, headers: Headers) => [theirs(body, headers), ours(body, headers)]

  test('signed by the library', () => {
    expect(both(BODY, headersOf(theirSignature()))).toEqual([true, true])
    expect(both('', headersOf(theirSignature('')))[1]).toBe(true)
  })
  test('signed by the documented rule', () => {
    const mac = createHmac('sha256', Buffer.from(SECRET.slice('whsec_'.length), 'base64'))
    const signature = `v1,${mac.update(`msg_1.${NOW / 1000}.${BODY}`).digest('base64')}`
    expect(signature).toBe(theirSignature())
    expect(both(BODY, headersOf(signature))).toEqual([true, true])
  })
  test('one of several signatures is enough', () => {
    const old = theirSignature(BODY, NOW, 'whsec_b2xkIHNlY3JldA==')
    expect(both(BODY, headersOf(`${old} ${theirSignature()}`))).toEqual([true, true])
    expect(both(BODY, headersOf(`v1a,AAAA ${theirSignature()}`))).toEqual([true, true])
    expect(both(BODY, headersOf(old))).toEqual([false, false])
  })
  test.each([
    ['another body', `${BODY} `, headersOf(theirSignature())],
    ['another id', BODY, headersOf(theirSignature(), NOW, 'msg_2')],
    ['another time', BODY, headersOf(theirSignature(), NOW - 1000)],
    ['another version', BODY, headersOf(theirSignature().replace('v1,', 'v2,'))],
    ['no version', BODY, headersOf(theirSignature().replace('v1,', ''))],
    ['an empty signature', BODY, headersOf('v1,')],
    ['no signature', BODY, { 'webhook-id': 'msg_1', 'webhook-timestamp': String(NOW / 1000) }],
    ['a time of the past', BODY, headersOf(theirSignature(BODY, NOW - 301_000), NOW - 301_000)],
    ['a time of the future', BODY, headersOf(theirSignature(BODY, NOW + 301_000), NOW + 301_000)],
  ])('both refuse %s', (_, body, headers) => {
    expect(both(body, headers)).toEqual([false, false])
  })
  test('both have the same tolerance', () => {
    for (const at of [NOW - 300_000, NOW + 300_000]) {
      expect(both(BODY, headersOf(theirSignature(BODY, at), at))).toEqual([true, true])
    }
  })
})
