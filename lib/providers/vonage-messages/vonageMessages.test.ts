import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { refusalStatus } from '../refusalStatus'
import type { CallbackRequest, Secrets } from '../types'
import { vonageMessages } from '.'

const SECRET = 'Tq7vXc2Lr9Wb4Zk1Np8Hs5Dy3Gm6Jf0A'
const SECRETS = { signatureSecret: SECRET, apiKey: 'a1b2c3d4' }
const IAT = 1741097763
const DAY = 24 * 60 * 60

const REPORT = {
  message_uuid: 'aaaaaaaa-bbbb-4ccc-8ddd-000000000001',
  to: '447700900321' as unknown,
  from: 'AcmeShop' as unknown,
  timestamp: '2025-03-04T14:16:02.770Z',
  status: 'submitted',
  channel: 'sms' as string | undefined,
  client_ref: 'order-43',
  usage: { currency: 'EUR', price: '0.0333' } as unknown,
  destination: { network_code: '23410' },
  sms: { count_total: '2' } as unknown,
}
const BODY = JSON.stringify(REPORT)

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const hashOf = (body: string) => createHash('sha256').update(body).digest('hex')
function token(change: object = {}, header: object = { alg: 'HS256', typ: 'JWT' }, secret = SECRET, hash = 'sha256') {
  const claims = { iat: IAT, jti: 'j', iss: 'Vonage', payload_hash: hashOf(BODY), api_key: 'a1b2c3d4', ...change }
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`
}
function post(body: string, authorization?: string, path = '/cb'): CallbackRequest {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization }
  return { method: 'POST', url: `https://h.example${path}`, headers, rawBody: Buffer.from(body) }
}
const verify = (request: CallbackRequest, secrets: Secrets = SECRETS, now = IAT) =>
  vonageMessages.verify(request, secrets, { now: now * 1000 })
const withToken = (jwt: string, body = BODY) => verify(post(body, `Bearer ${jwt}`))

describe('JWT', () => {
  test('over the body, with the secret of the account', () => {
    expect(withToken(token())).toEqual({ ok: true })
    expect(verify(post(BODY, `bearer ${token()}`))).toEqual({ ok: true })
    expect(withToken(token({ payload_hash: hashOf(BODY).toUpperCase() }))).toEqual({ ok: true })
    expect(withToken(token({}, undefined, 'other'))).toMatchObject({ code: 'signature_wrong' })
    expect(withToken(token(), BODY.replace('submitted', 'delivered'))).toMatchObject({ code: 'signature_wrong' })
    expect(withToken(token(), ` ${BODY}`)).toMatchObject({ code: 'signature_wrong' })
  })

  test.each([
    ['none', `${part({ alg: 'none' })}.${token().split('.')[1]}.`],
    ['HS512', token({}, { alg: 'HS512' }, SECRET, 'sha512')],
    ['RS256', token({}, { alg: 'RS256' })],
    ['no hash', token({ payload_hash: undefined })],
    ['the hash of nothing', token({ payload_hash: '' })],
    ['garbage', 'a.b.c'],
  ])('%s is refused', (_, jwt) => {
    expect(withToken(jwt)).toMatchObject({ ok: false, code: 'signature_wrong' })
  })

  test('of another account or issuer', () => {
    expect(withToken(token({ api_key: 'ffffffff' }))).toMatchObject({ code: 'source_unexpected' })
    expect(withToken(token({ api_key: undefined }))).toMatchObject({ code: 'source_unexpected' })
    expect(withToken(token({ iss: 'Somebody' }))).toMatchObject({ code: 'source_unexpected' })
    const anyAccount = { signatureSecret: SECRET }
    expect(verify(post(BODY, `Bearer ${token({ api_key: 'ffffffff' })}`), anyAccount)).toEqual({ ok: true })
  })

  test('its age', () => {
    const at = (now: number, change: object = {}, secrets: Secrets = SECRETS) =>
      verify(post(BODY, `Bearer ${token(change)}`), secrets, now)
    expect(at(IAT + DAY)).toEqual({ ok: true })
    expect(at(IAT + DAY + 1)).toMatchObject({ code: 'timestamp_stale' })
    expect(at(IAT - 300)).toEqual({ ok: true })
    expect(at(IAT - 301)).toMatchObject({ code: 'timestamp_stale' })
    const short = { ...SECRETS, maxAgeSeconds: '300' }
    expect(at(IAT + 300, {}, short)).toEqual({ ok: true })
    expect(at(IAT + 301, {}, short)).toMatchObject({ code: 'timestamp_stale' })
    expect(at(IAT, { iat: undefined })).toMatchObject({ code: 'timestamp_stale' })
    expect(at(IAT, { iat: String(IAT) })).toMatchObject({ code: 'timestamp_stale' })
    expect(at(IAT + 400, { exp: IAT + 60 })).toMatchObject({ code: 'timestamp_stale' })
    expect(at(IAT, {}, { ...SECRETS, maxAgeSeconds: 'soon' })).toMatchObject({ code: 'timestamp_stale' })
  })

  test('one that comes unsigned is answered 5xx: then Vonage sends it again, signed', () => {
    for (const authorization of [undefined, 'Basic eDp5', 'Bearer']) {
      const verdict = verify(post(BODY, authorization, '/cb/t0ken'), { ...SECRETS, token: 't0ken' })
      expect(verdict).toMatchObject({ ok: false, code: 'unverifiable' })
    }
    expect(refusalStatus('unverifiable')).toBe(503)
  })
})

describe('token in the URL', () => {
  test('while there is no signature secret', () => {
    expect(verify(post(BODY, undefined, '/cb/t0ken'), { token: 't0ken' })).toEqual({ ok: true })
    expect(verify(post(BODY, undefined, '/cb?token=t0ken'), { token: 't0ken' })).toEqual({ ok: true })
    expect(verify(post(BODY, undefined, '/cb/other'), { token: 't0ken' })).toMatchObject({ code: 'token_wrong' })
    expect(verify(post(BODY, `Bearer ${token()}`), {})).toMatchObject({ ok: false })
  })
})

const parse = (change: object = {}) => vonageMessages.parse(post(JSON.stringify({ ...REPORT, ...change })))
const read = (change: object = {}) => parse(change).receipts[0]!
const error = (title: string) => ({ error: { type: `https://x.example/errors#${title}`, title, detail: 'd' } })

describe('parse', () => {
  test('version 1', () => {
    expect(parse().receipts).toEqual([
      {
        providerMessageId: REPORT.message_uuid,
        status: 'sent',
        rawStatus: 'submitted',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900321',
        sender: 'AcmeShop',
        occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2, 770),
        clientReference: 'order-43',
        mccmnc: '23410',
        segments: 2,
        price: '0.0333',
        currency: 'EUR',
      },
    ])
  })

  test('version 0.1', () => {
    const old = {
      channel: undefined,
      to: { type: 'sms', number: '447700900322' },
      from: { type: 'sms', number: '447700900500' },
      status: 'undeliverable',
      error: { code: 1260, reason: 'Destination unreachable' },
    }
    expect(read(old)).toMatchObject({
      status: 'failed',
      errorCode: '1260',
      failureClass: 'unreachable_handset',
      recipient: '+447700900322',
      sender: '+447700900500',
    })
  })

  test('ids of Facebook are no numbers, whichever side they are on', () => {
    const chat = { channel: 'messenger', to: '1234567890123', from: '9876543210987' }
    expect(read(chat)).toMatchObject({ recipient: null, sender: '9876543210987' })
    const old = { channel: undefined, to: { type: 'messenger', id: '1234567890123' } }
    expect(read({ ...old, from: { type: 'messenger', id: '98765432109' } })).toMatchObject({
      recipient: null,
      sender: '98765432109',
    })
    expect(read({ ...chat, from: '' })).toMatchObject({ sender: null })
  })

  test.each(vonageMessages.statuses.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(read({ status: word })).toMatchObject({ status, rawStatus: word })
  })

  test.each(vonageMessages.errors.map((entry) => [entry.code, entry.failureClass]))(
    'code %s is %s',
    (code, failureClass) => {
      const status = code === '1360' ? 'expired' : 'rejected'
      expect(read({ status: 'rejected', ...error(code) })).toMatchObject({ status, errorCode: code, failureClass })
      expect(read({ status: 'rejected', error: { code: Number(code) } })).toMatchObject({
        errorCode: code,
        failureClass,
      })
      expect(vonageMessages.explain(code)?.failureClass).toBe(failureClass)
    },
  )

  test('1360 makes an expiry of a rejection, and of nothing else', () => {
    expect(read({ status: 'undeliverable', ...error('1360') })).toMatchObject({ status: 'failed' })
    expect(read({ status: 'delivered', ...error('1360') })).toMatchObject({ status: 'delivered', failureClass: null })
  })

  test.each([
    [undefined, null],
    [null, null],
    [{}, null],
    [{ title: '0' }, null],
    [{ code: 0 }, null],
    [{ title: 'Illegal number', type: 'https://x.example/errors#1240' }, '1240'],
    [{ title: 'Illegal number', type: 'https://x.example/errors' }, 'Illegal number'],
    [{ title: 1240 }, '1240'],
  ])('error %j is code %s', (sent, code) => {
    expect(read({ status: 'rejected', error: sent }).errorCode).toBe(code)
  })

  test('an id of Facebook is no phone number, however long', () => {
    const id = '447700900321123'
    expect(read({ to: id }).recipient).toBe(`+${id}`)
    expect(read({ to: id, channel: 'messenger' }).recipient).toBeNull()
    const old = { channel: undefined, to: { type: 'messenger', id }, from: { type: 'messenger', id: 'page-1' } }
    expect(read(old)).toMatchObject({ recipient: null, sender: 'page-1' })
  })

  test.each([
    [{ sms: { count_total: 3 } }, { segments: 3 }],
    [{ sms: null }, { segments: undefined }],
    [{ usage: { price: 0.0333, currency: 'euro' } }, { price: '0.0333', currency: undefined }],
    [{ usage: 'free' }, { price: undefined, currency: undefined }],
    [{ destination: { network_code: 'EE' } }, { mccmnc: undefined }],
    [{ client_ref: 'x'.repeat(300) }, { clientReference: undefined }],
  ])('%.60j', (change, expected: object) => {
    const receipt = read(change) as unknown as Record<string, unknown>
    for (const [key, value] of Object.entries(expected)) expect(receipt[key]).toBe(value)
  })

  test('an inbound message asks for nothing', () => {
    for (const inbound of [
      { message_type: 'text', text: 'hi' },
      { direction: 'inbound', message: { content: {} } },
    ]) {
      expect(parse({ status: undefined, ...inbound })).toMatchObject({ receipts: [], unreadable: [] })
    }
  })

  test.each([
    [{ message_uuid: undefined }, 'missing_field', /message_uuid/],
    [{ message_uuid: undefined, messageId: '0A', msisdn: '1' }, 'missing_field', /SMS API/],
    [{ status: undefined }, 'missing_field', /status/],
    [{ status: 'lost' }, 'unknown_status', /"lost"/],
    [{ timestamp: '2025-13-01T00:00:00Z' }, 'invalid_time', /timestamp/],
    [{ message_uuid: 'x'.repeat(256) }, 'invalid_value', /message_uuid/],
  ])('%.50j is %s', (change, code, reason) => {
    const parsed = parse(change)
    expect(parsed).toMatchObject({ receipts: [], unreadable: [{ code }] })
    expect(parsed.unreadable[0]?.reason).toMatch(reason)
  })

  test.each(['', '[]', '{', '"x"'])('%j is no status', (body) => {
    expect(vonageMessages.parse(post(body)).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })
})
