import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { messagebird } from '.'

const KEY = 'mb-signing-key-Q7d2Lw0Vx9'
const NOW = 1772446511_000
const URL_HERE =
  'https://h.example:8443/cb?status=delivered&statusDatetime=2026-03-02T10%3A15%3A08%2B00%3A00&id=m1&recipient=447700900501'
const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest('hex')
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function get(url: string, headers: Record<string, string> = {}, body = ''): CallbackRequest {
  return { method: 'GET', url, headers, rawBody: Buffer.from(body) }
}
const verify = (request: CallbackRequest, now = NOW, signingSecret = KEY) =>
  messagebird.verify(request, { signingSecret }, { now })

describe('JWT', () => {
  const CLAIMS = { iss: 'MessageBird', nbf: 1772446509, exp: 1772446569, jti: 'j1', url_hash: sha256(URL_HERE) }
  function token(claims: object, header: object = { alg: 'HS256', typ: 'JWT' }, key = KEY, algorithm = 'sha256') {
    const text = `${part(header)}.${part(claims)}`
    return `${text}.${createHmac(algorithm, key).update(text).digest('base64url')}`
  }
  const signed = (jwt: string, url = URL_HERE, body = '') => get(url, { 'messagebird-signature-jwt': jwt }, body)

  test.each(['256', '384', '512'])('HS%s', (bits) => {
    const jwt = token(CLAIMS, { alg: `HS${bits}` }, KEY, `sha${bits}`)
    expect(verify(signed(jwt))).toEqual({ ok: true })
    expect(verify(signed(jwt), NOW, 'other')).toMatchObject({ code: 'signature_wrong' })
    expect(verify(signed(jwt), NOW, '')).toMatchObject({ code: 'signature_wrong' })
  })

  test.each([
    ['another value', URL_HERE.replace('delivered', 'expired')],
    ['another scheme', URL_HERE.replace('https', 'http')],
    ['another port', URL_HERE.replace(':8443', '')],
    ['another order', URL_HERE.replace('id=m1&recipient=447700900501', 'recipient=447700900501&id=m1')],
    ['another writing of the same', URL_HERE.replace('%3A', ':')],
    ['another path', URL_HERE.replace('/cb', '/cb/')],
  ])('%s in the URL is refused', (_, url) => {
    expect(verify(signed(token(CLAIMS), url))).toMatchObject({ code: 'signature_wrong' })
  })

  test('raw bytes of a URL are hashed as on the wire', () => {
    const wire = Buffer.from('https://h.example/cb?reference=ä', 'utf8')
    const jwt = token({ ...CLAIMS, url_hash: sha256(wire) })
    expect(verify(signed(jwt, wire.toString('latin1')))).toEqual({ ok: true })
  })

  test('the body', () => {
    expect(verify(signed(token(CLAIMS), URL_HERE, 'x'))).toMatchObject({ code: 'signature_wrong' })
    const jwt = token({ ...CLAIMS, payload_hash: sha256('x') })
    expect(verify(signed(jwt, URL_HERE, 'x'))).toEqual({ ok: true })
    expect(verify(signed(jwt, URL_HERE, 'y'))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(signed(jwt))).toMatchObject({ code: 'signature_wrong' })
  })

  test('60 seconds, with 5 of tolerance', () => {
    const at = (seconds: number) => verify(signed(token(CLAIMS)), seconds * 1000)
    expect(at(1772446504)).toEqual({ ok: true })
    expect(at(1772446503.9)).toMatchObject({ code: 'timestamp_stale' })
    expect(at(1772446573.9)).toEqual({ ok: true })
    expect(at(1772446574)).toMatchObject({ code: 'timestamp_stale' })
  })

  test.each<[string, string]>([
    ['another issuer', token({ ...CLAIMS, iss: 'Other' })],
    ['no id', token({ ...CLAIMS, jti: undefined })],
    ['no hash of the URL', token({ ...CLAIMS, url_hash: undefined })],
    ['no end', token({ ...CLAIMS, exp: undefined })],
    ['a text as end', token({ ...CLAIMS, exp: '1772446569' })],
    ['no algorithm', `${part({ alg: 'none' })}.${part(CLAIMS)}.`],
    ['an algorithm of public keys', token(CLAIMS, { alg: 'RS256' })],
    ['an algorithm that every object has', token(CLAIMS, { alg: 'constructor' })],
    ['an extension', token(CLAIMS, { alg: 'HS256', crit: ['b64'], b64: false })],
    ['two parts', token(CLAIMS).split('.').slice(0, 2).join('.')],
    ['four parts', `${token(CLAIMS)}.x`],
    ['changed claims', token(CLAIMS).replace(part(CLAIMS), part({ ...CLAIMS, exp: 9999999999 }))],
    ['no JSON', 'a.b.c'],
    ['a megabyte', 'a.'.repeat(500_000)],
  ])('%s is refused', (_, jwt) => {
    expect(verify(signed(jwt)).ok).toBe(false)
  })
})

describe('legacy signature', () => {
  const query = 'id=m1&recipient=447700900508&status=delivered&statusDatetime=2026-03-02T10%3A15%3A08%2B00%3A00'
  function sign(sorted: string, timestamp = '1772446509', body = '') {
    const hash = createHash('sha256').update(body).digest()
    const mac = createHmac('sha256', KEY).update(Buffer.concat([Buffer.from(`${timestamp}\n${sorted}\n`), hash]))
    return { 'messagebird-signature': mac.digest('base64'), 'messagebird-request-timestamp': timestamp }
  }
  const at = (raw: string) => `https://h.example/cb?${raw}`

  test('over the sorted query, however it was sent', () => {
    expect(verify(get(at(query), sign(query)))).toEqual({ ok: true })
    const shuffled = 'status=delivered&statusDatetime=2026-03-02T10:15:08+00:00&recipient=447700900508&id=m1'
    expect(verify(get(at(shuffled), sign(query)))).toEqual({ ok: true })
    const bracketed = 'price%5Bamount%5D=0.045&statusReason=unknown%20subscriber'
    expect(verify(get(at('statusReason=unknown+subscriber&price[amount]=0.045'), sign(bracketed)))).toEqual({
      ok: true,
    })
    expect(verify(get(at(bracketed), sign(bracketed.replace('%20', '+'))))).toEqual({ ok: true })
  })
  test('and the body', () => {
    expect(verify(get(at(query), sign(query, '1772446509', 'x'), 'x'))).toEqual({ ok: true })
    expect(verify(get(at(query), sign(query), 'x'))).toMatchObject({ code: 'signature_wrong' })
  })
  test('for less than 100 seconds, both ways', () => {
    const request = get(at(query), sign(query))
    expect(verify(request, 1772446609_000 - 1)).toEqual({ ok: true })
    expect(verify(request, 1772446609_000)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(request, 1772446409_000)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(get(at(query), sign(query, 'x')))).toMatchObject({ code: 'timestamp_stale' })
  })
  test('anything else is refused', () => {
    expect(verify(get(at(query.replace('delivered', 'expired')), sign(query)))).toMatchObject({
      code: 'signature_wrong',
    })
    expect(verify(get(at(query), sign(query)), NOW, 'other')).toMatchObject({ code: 'signature_wrong' })
    expect(verify(get(at(query), sign(query)), NOW, '')).toMatchObject({ code: 'signature_wrong' })
    const { 'messagebird-signature': signature } = sign(query)
    expect(verify(get(at(query), { 'messagebird-signature': signature }))).toMatchObject({ code: 'signature_missing' })
    expect(verify(get(at(query)))).toMatchObject({ code: 'signature_missing' })
    expect(messagebird.verify(get(at(query), sign(query)), {}, { now: NOW }).ok).toBe(false)
  })
  test('a right one does not make up for a wrong JWT', () => {
    const both = { ...sign(query), 'messagebird-signature-jwt': 'a.b.c' }
    expect(verify(get(at(query), both))).toMatchObject({ code: 'signature_wrong' })
  })
})

describe('parse', () => {
  const REPORT = {
    id: 'b6aae1b5dfb2427a8f7ea6a717ba0001',
    reference: 'ord-77',
    recipient: '447700900501',
    status: 'delivered',
    statusDatetime: '2026-03-02T11:15:08+01:00',
    mccmnc: '23415',
    messagePartCount: '2',
    'price[amount]': '0.045',
    'price[currency]': 'EUR',
  }
  const parse = (fields: Record<string, string>) => {
    const query = new URLSearchParams({ ...REPORT, ...fields }).toString()
    return messagebird.parse(get(`https://h.example/cb?${query}`))
  }
  const read = (fields: Record<string, string>) => parse(fields).receipts[0]!

  test('says what it says; the key is id and recipient', () => {
    expect(read({})).toEqual({
      providerMessageId: REPORT.id,
      messageKey: `${REPORT.id}:+447700900501`,
      status: 'delivered',
      rawStatus: 'delivered',
      failureClass: null,
      errorCode: null,
      recipient: '+447700900501',
      sender: null,
      occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8),
      clientReference: 'ord-77',
      segments: 2,
      mccmnc: '23415',
      price: '0.045',
      currency: 'EUR',
    })
    expect(read({ recipient: '447700900502' }).messageKey).not.toBe(read({}).messageKey)
  })
  test('a "+" that was not encoded is the offset all the same', () => {
    expect(read({ statusDatetime: '2026-03-02T11:15:08 01:00' }).occurredAt).toBe(Date.UTC(2026, 2, 2, 10, 15, 8))
    expect(read({ statusDatetime: '2026-03-02T11:15:08' }).occurredAt).toBeNull()
  })
  test('brackets may be raw', () => {
    const url = 'https://h.example/cb?id=m1&recipient=447700900501&status=sent&price[amount]=0.1&price[currency]=EUR'
    expect(messagebird.parse(get(url)).receipts).toMatchObject([{ price: '0.1', currency: 'EUR' }])
  })
  test.each([
    ['scheduled', 'queued'],
    ['sent', 'sent'],
    ['buffered', 'sent'],
    ['delivered', 'delivered'],
    ['delivery_failed', 'undelivered'],
    ['expired', 'expired'],
  ])('%s is %s', (word, status) => {
    expect(read({ status: word })).toMatchObject({ status, rawStatus: word })
    expect(messagebird.statuses).toHaveLength(6)
  })
  test.each([
    ['0', 'unknown', false],
    ['1', 'invalid_number', true],
    ['2', 'invalid_number', null],
    ['3', 'invalid_number', null],
    ['5', 'invalid_number', true],
    ['6', 'unreachable_handset', false],
    ['9', 'recipient_blocked', true],
    ['10', 'landline_or_incapable', true],
    ['11', 'landline_or_incapable', true],
    ['12', 'recipient_blocked', null],
    ['27', 'unreachable_handset', false],
    ['34', 'provider_error', false],
    ['103', 'recipient_blocked', true],
    ['31', 'unreachable_handset', null],
    ['71', 'content_rejected', null],
  ])('code %s is %s, permanent: %s', (code, failureClass, permanent) => {
    expect(read({ status: 'delivery_failed', statusErrorCode: code })).toMatchObject({ errorCode: code, failureClass })
    expect(messagebird.explain(code)).toMatchObject({ failureClass, permanent })
  })
  test('codes: beside no failure 0 is none; unknown ones stay unknown; each of the dictionary is explained', () => {
    expect(read({ statusErrorCode: '0' }).errorCode).toBeNull()
    expect(read({ status: 'expired' })).toMatchObject({ errorCode: null, failureClass: 'expired' })
    expect(read({ status: 'delivery_failed', statusErrorCode: '9999' }).failureClass).toBe('unknown')
    expect(messagebird.explain('9999')).toBeUndefined()
    for (const { code, ...meaning } of messagebird.errors) expect(messagebird.explain(code)).toEqual(meaning)
    const codes = messagebird.errors.map(({ code }) => code)
    expect(new Set(codes).size).toBe(codes.length)
    expect(codes.length).toBeGreaterThan(30)
  })
  test.each([
    [{ id: '' }, 'missing_field'],
    [{ recipient: '' }, 'missing_field'],
    [{ status: '' }, 'missing_field'],
    [{ status: 'lost' }, 'unknown_status'],
    [{ statusDatetime: 'soon' }, 'invalid_time'],
    [{ id: 'x'.repeat(256) }, 'invalid_value'],
  ])('%.60j is %s', (fields, code) => {
    expect(parse(fields)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
  test('a broken escape is malformed; an inbound text is not for us', () => {
    expect(messagebird.parse(get('https://h.example/cb?id=%z')).unreadable).toMatchObject([{ code: 'malformed_body' }])
    expect(messagebird.parse(get('https://h.example/cb?id=a&body=hi&originator=1')).ignored).toBeDefined()
  })
})
