import { createHash, createHmac, createSecretKey } from 'node:crypto'
import { createRequire } from 'node:module'
import { parse as parseQuery } from 'node:querystring'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { messagebird } from '@/lib/providers/messagebird'
import type { CallbackRequest } from '@/lib/providers/types'

interface JwtModule {
  verify(url: string, payload: Buffer, jwt: string, key: unknown, options?: unknown): Promise<boolean>
}
interface LegacyRequest {
  headers: Record<string, string>
  query: Record<string, unknown>
  body: Buffer | ''
}
interface LegacyModule {
  generate(request: LegacyRequest, key: string): Buffer
  validate(request: LegacyRequest, key: string): boolean
}
const load = createRequire(import.meta.url)
const jwtModule = load('messagebird/lib/webhook-signature-jwt') as JwtModule
const legacyModule = load('messagebird/lib/signature') as LegacyModule

const KEY = 'mb-signing-key-Q7d2Lw0Vx9'
const NOW = 1772446511_000
const TARGET = 'https://hooks.example/cb'
const QUERY =
  'id=m1&reference=ord%2077&recipient=447700900501&status=delivered&statusDatetime=2026-03-02T10%3A15%3A08%2B00%3A00'

/** Both libraries read the clock themselves. */
beforeEach(() => void vi.useFakeTimers({ now: NOW, toFake: ['Date'] }))
afterEach(() => void vi.useRealTimers())

function ours(url: string, headers: Record<string, string>, body = ''): boolean {
  const request: CallbackRequest = { method: 'GET', url, headers, rawBody: Buffer.from(body) }
  return messagebird.verify(request, { signingSecret: KEY }, { now: Date.now() }).ok
}

describe('MessageBird-Signature-JWT: the library only verifies, so the token is made by the documented rule', () => {
  const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const CLAIMS = {
    iss: 'MessageBird',
    nbf: 1772446509,
    exp: 1772446569,
    jti: 'j1',
    url_hash: sha256(`${TARGET}?${QUERY}`),
  }
  function token(claims: object, bits = 256, key = KEY) {
    const text = `${part({ alg: `HS${bits}`, typ: 'JWT' })}.${part(claims)}`
    return `${text}.${createHmac(`sha${bits}`, key).update(text).digest('base64url')}`
  }
  const theirs = (url: string, jwt: string, body = '') =>
    jwtModule.verify(url, Buffer.from(body), jwt, createSecretKey(Buffer.from(KEY))).catch(() => false)
  const both = async (url: string, jwt: string, body = '') => [
    await theirs(url, jwt, body),
    ours(url, { 'messagebird-signature-jwt': jwt }, body),
  ]

  test.each([256, 384, 512])('both accept HS%i', async (bits) => {
    expect(await both(`${TARGET}?${QUERY}`, token(CLAIMS, bits))).toEqual([true, true])
  })
  test('both accept a signed body', async () => {
    const jwt = token({ ...CLAIMS, payload_hash: sha256('x') })
    expect(await both(`${TARGET}?${QUERY}`, jwt, 'x')).toEqual([true, true])
  })
  test.each([
    ['another URL', `${TARGET}?${QUERY.replace('delivered', 'expired')}`, token(CLAIMS), ''],
    ['another body', `${TARGET}?${QUERY}`, token({ ...CLAIMS, payload_hash: sha256('x') }), 'y'],
    ['an unsigned body', `${TARGET}?${QUERY}`, token(CLAIMS), 'y'],
    ['another key', `${TARGET}?${QUERY}`, token(CLAIMS, 256, 'other'), ''],
    ['another issuer', `${TARGET}?${QUERY}`, token({ ...CLAIMS, iss: 'Other' }), ''],
    ['no id', `${TARGET}?${QUERY}`, token({ ...CLAIMS, jti: undefined }), ''],
    ['no hash of the URL', `${TARGET}?${QUERY}`, token({ ...CLAIMS, url_hash: undefined }), ''],
    ['a token of the past', `${TARGET}?${QUERY}`, token({ ...CLAIMS, exp: 1772446505 }), ''],
    ['a token of the future', `${TARGET}?${QUERY}`, token({ ...CLAIMS, nbf: 1772446517 }), ''],
    ['no signature', `${TARGET}?${QUERY}`, `${part({ alg: 'none' })}.${part(CLAIMS)}.`, ''],
    ['nonsense', `${TARGET}?${QUERY}`, 'a.b.c', ''],
  ])('both refuse %s', async (_, url, jwt, body) => {
    expect(await both(url, jwt, body)).toEqual([false, false])
  })
  test('both have the same tolerance', async () => {
    for (const [exp, nbf, fits] of [
      [1772446507, 1772446500, true],
      [1772446506, 1772446500, false],
      [1772446569, 1772446516, true],
      [1772446569, 1772446517, false],
    ] as const) {
      expect(await both(`${TARGET}?${QUERY}`, token({ ...CLAIMS, exp, nbf }))).toEqual([fits, fits])
    }
  })
})

describe('MessageBird-Signature', () => {
  const request = (query: string, headers: Record<string, string>, body = ''): LegacyRequest => ({
    headers,
    query: { ...parseQuery(query) },
    body: body === '' ? '' : Buffer.from(body),
  })
  function theirSignature(query: string, body = '', timestamp = '1772446509') {
    const headers = { 'messagebird-request-timestamp': timestamp }
    const signature = legacyModule.generate(request(query, headers, body), KEY).toString('base64')
    return { ...headers, 'messagebird-signature': signature }
  }
  function theirs(query: string, headers: Record<string, string>, body = ''): boolean {
    try {
      return legacyModule.validate(request(query, headers, body), KEY)
    } catch {
      return false
    }
  }
  const both = (query: string, headers: Record<string, string>, body = '') => [
    theirs(query, headers, body),
    ours(`${TARGET}?${query}`, headers, body),
  ]

  test.each([
    ['a report', QUERY, ''],
    ['a raw + in the time', QUERY.replace('%2B', '+'), ''],
    ['brackets, raw', `${QUERY}&price[amount]=0.045&price[currency]=EUR`, ''],
    ['brackets, encoded', `${QUERY}&price%5Bamount%5D=0.045`, ''],
    ['characters that encoders differ in', "reference=a!b*c'd(e)f~g-h_i.j%20k%C3%A4&id=1", ''],
    ['a name that comes twice', 'b=2&a=1&b=1', ''],
    ['a body', QUERY, 'x'],
  ])('signed by the library: %s', (_, query, body) => {
    expect(both(query, theirSignature(query, body), body)).toEqual([true, true])
  })
  test('signed by the documented rule', () => {
    const sorted = `id=m1&recipient=447700900501&reference=ord%2077&status=delivered&statusDatetime=2026-03-02T10%3A15%3A08%2B00%3A00`
    const mac = createHmac('sha256', KEY).update(`1772446509\n${sorted}\n`).update(createHash('sha256').digest())
    const headers = { 'messagebird-request-timestamp': '1772446509', 'messagebird-signature': mac.digest('base64') }
    expect(both(QUERY, headers)).toEqual([true, true])
  })
  test.each([
    ['another query', QUERY.replace('delivered', 'expired'), theirSignature(QUERY), ''],
    ['one more parameter', `${QUERY}&x=1`, theirSignature(QUERY), ''],
    ['another body', QUERY, theirSignature(QUERY, 'x'), 'y'],
    ['another time', QUERY, { ...theirSignature(QUERY), 'messagebird-request-timestamp': '1772446510' }, ''],
    ['100 seconds', QUERY, theirSignature(QUERY, '', '1772446411'), ''],
    ['no signature', QUERY, { 'messagebird-request-timestamp': '1772446509' }, ''],
    ['no time', QUERY, { 'messagebird-signature': 'x' }, ''],
  ])('both refuse %s', (_, query, headers, body) => {
    expect(both(query, headers, body)).toEqual([false, false])
  })
  test('99 seconds are not too old for either', () => {
    expect(both(QUERY, theirSignature(QUERY, '', '1772446412'))).toEqual([true, true])
  })
})
