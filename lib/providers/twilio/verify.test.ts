import fc from 'fast-check'
import twilioSdk from 'twilio'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { twilio } from '.'

const { getExpectedBodyHash, getExpectedTwilioSignature, validateRequest } = twilioSdk
const TOKEN = '12345678901234567890123456789012'
const CLOCK = { now: 0 }

function formRequest(url: string, body: string, signature: string): CallbackRequest {
  return {
    method: 'POST',
    url,
    headers: { 'content-type': 'application/x-www-form-urlencoded', 'x-twilio-signature': signature },
    rawBody: Buffer.from(body),
  }
}
const verifies = (request: CallbackRequest, authToken = TOKEN) => twilio.verify(request, { authToken }, CLOCK).ok

type Parameters = Record<string, string | string[]>
function formBody(parameters: Parameters): string {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) for (const one of [value].flat()) form.append(name, one)
  return form.toString()
}

// "__proto__" is no own property of the objects that the official library takes.
const text = fc.string({ unit: 'grapheme', maxLength: 30 })
const name = text.filter((it) => it !== '' && it !== '__proto__')
const parameters = fc.dictionary(name, fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 4 })), { maxKeys: 15 })
const query = fc.oneof(
  fc.constant(''),
  fc.stringMatching(/^\?[a-zA-Z0-9=&%+'@:;,!$()*._~/?-]{0,30}$/),
  fc.webQueryParameters().map((it) => `?${it}`),
)
const url = fc
  .tuple(
    fc.constantFrom('https', 'http'),
    fc.domain(),
    fc.constantFrom('', ':443', ':80', ':8443'),
    fc.webPath().map((path) => (path.startsWith('/') ? path : `/${path}`)),
    query,
  )
  .map(([scheme, host, port, path, search]) => `${scheme}://${host}${port}${path}${search}`)

describe('against the official library', () => {
  test('accepts what it signs', () => {
    fc.assert(
      fc.property(url, parameters, (called, sent) => {
        const signature = getExpectedTwilioSignature(TOKEN, called, sent)
        expect(verifies(formRequest(called, formBody(sent), signature))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  }, 60_000)

  test('accepts and refuses the same URL variants', () => {
    const changed = fc.tuple(url, fc.nat(6)).map(([called, way]) => ({ called, signed: changeUrl(called, way) }))
    fc.assert(
      fc.property(changed, parameters, ({ called, signed }, sent) => {
        const signature = getExpectedTwilioSignature(TOKEN, signed, sent)
        const official = validateRequest(TOKEN, signature, called, sent)
        expect(verifies(formRequest(called, formBody(sent), signature))).toBe(official)
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  test('refuses any other token, body and URL', () => {
    fc.assert(
      fc.property(url, parameters, fc.stringMatching(/^[0-9a-f]{32}$/), (called, sent, other) => {
        const signature = getExpectedTwilioSignature(TOKEN, called, sent)
        const body = formBody(sent)
        expect(verifies(formRequest(called, body, signature), other)).toBe(false)
        expect(verifies(formRequest(called, `${body}&Extra=1`, signature))).toBe(false)
        expect(verifies(formRequest(`${called}x`, body, signature))).toBe(false)
      }),
    )
  })

  test('accepts JSON with bodySHA256, and refuses another body or none', () => {
    fc.assert(
      fc.property(fc.json(), fc.constantFrom('?', '?a=1&'), (body, start) => {
        const called = `https://hooks.example.com/cb${start}bodySHA256=${getExpectedBodyHash(body)}`
        const signature = getExpectedTwilioSignature(TOKEN, called, {})
        const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature }
        const request = { method: 'POST', url: called, headers, rawBody: Buffer.from(body) }
        expect(verifies(request)).toBe(true)
        expect(verifies({ ...request, rawBody: Buffer.from(`${body} `) })).toBe(false)
      }),
    )
  })

  test('accepts GET, signed over the URL alone', () => {
    const called = 'https://hooks.example.com/cb?MessageSid=SM1&MessageStatus=sent'
    const signature = getExpectedTwilioSignature(TOKEN, called, {})
    const request = {
      method: 'GET',
      url: called,
      headers: { 'x-twilio-signature': signature },
      rawBody: Buffer.alloc(0),
    }
    expect(verifies(request)).toBe(true)
    expect(verifies({ ...request, url: called.replace('sent', 'delivered') })).toBe(false)
  })
})

/** Ways in which the signed URL differs from the one received. */
function changeUrl(called: string, way: number): string {
  const [, scheme = '', host = '', port = '', rest = ''] = /^(https?:\/\/)([^/:]+)(:\d+)?(.*)$/s.exec(called) ?? []
  if (way === 0) return scheme + host + rest
  if (way === 1) return `${scheme}${host}${scheme === 'https://' ? ':443' : ':80'}${rest}`
  if (way === 2) return new URL(called).toString()
  if (way === 3) return `${scheme}${host}:9999${rest}`
  if (way === 4) return scheme + host + port + rest.replaceAll('+', '%20')
  if (way === 5) return scheme + host + port + rest.replaceAll("'", '%27')
  return called
}

describe('known vectors', () => {
  const vectors = [
    [
      'empty value',
      '?foo=1&bar=2',
      'MessageSid=SM01&MessageStatus=sent&To=%2B447700900123&ErrorCode=',
      'Dz0tyRSn7JWVaxwJ64TqHVnA5Hw=',
    ],
    ['repeated name', '', 'MessageSid=SM01&Tag=b&Tag=a&Tag=b', 'yxzRh4RJvJYHQayIBQulQF+z9Rk='],
  ] as const
  test.each(vectors)('%s', (_, search, body, signature) => {
    expect(verifies(formRequest(`https://hooks.example.com/cb${search}`, body, signature))).toBe(true)
  })
})

describe('says what is wrong', () => {
  const request = formRequest('https://hooks.example.com/cb', 'MessageSid=SM01', 'x')
  test('no signature', () => {
    expect(twilio.verify({ ...request, headers: {} }, { authToken: TOKEN }, CLOCK)).toMatchObject({
      ok: false,
      code: 'signature_missing',
    })
  })
  test.each(['', 'x', 'é'.repeat(28), 'A'.repeat(28), 'A'.repeat(5000)])('signature %#', (signature) => {
    const headers = { ...request.headers, 'x-twilio-signature': signature }
    expect(twilio.verify({ ...request, headers }, { authToken: TOKEN }, CLOCK).ok).toBe(false)
  })
  test('a connection without a token accepts nothing', () => {
    const signature = getExpectedTwilioSignature('', request.url, { MessageSid: 'SM01' })
    expect(twilio.verify(formRequest(request.url, 'MessageSid=SM01', signature), {}, CLOCK).ok).toBe(false)
  })
  test('the path of a URL that no parser takes', () => {
    expect(verifies(formRequest('https://[', 'a=1', 'A'.repeat(28)))).toBe(false)
  })
})
