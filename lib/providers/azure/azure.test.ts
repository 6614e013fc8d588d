import { createSign, generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest, Secrets } from '../types'
import { azure } from '.'
import { STATUSES } from './statuses'
import { EVENT_GRID_APPLICATION } from './verifyEntra'

const TOKEN = 's3cret'
const NOW = Date.UTC(2025, 2, 4, 14, 16, 3)
const TOPIC = '/subscriptions/1/resourceGroups/rg/providers/Microsoft.Communication/communicationServices/acs-sms'
const DATA = {
  messageId: 'Outgoing_1',
  from: '13125550101',
  to: '+12025550123',
  deliveryStatus: 'Failed',
  deliveryStatusDetails: '4006',
  receivedTimestamp: '2025-03-04T14:16:02.1049999Z',
  deliveryAttempts: [{ timestamp: '2025-03-04T14:16:00Z', segmentsSucceeded: 1, segmentsFailed: 2 }],
  Tag: 'order-42',
}
const REPORT = 'Microsoft.Communication.SMSDeliveryReportReceived'
const event = (data: object = {}) => ({ topic: TOPIC, eventType: REPORT, data: { ...DATA, ...data } })
const cloudEvent = (data: object = {}) => ({
  source: TOPIC,
  type: REPORT,
  specversion: '1.0',
  data: { ...DATA, ...data },
})
const validation = (code: unknown = 'c0de') => ({
  topic: TOPIC,
  eventType: 'Microsoft.EventGrid.SubscriptionValidationEvent',
  data: { validationCode: code },
})

function post(body: unknown, query = `?token=${TOKEN}`, headers: Record<string, string> = {}): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { method: 'POST', url: `https://h.example/api/callbacks/azure/c1${query}`, headers, rawBody }
}
const options = (headers: Record<string, string>, query?: string): CallbackRequest => ({
  ...post('', query, headers),
  method: 'OPTIONS',
})
const verify = (request: CallbackRequest, secrets: Secrets, fetched?: ReadonlyMap<string, string>) =>
  azure.verify(request, secrets, { now: NOW, ...(fetched ? { fetched } : {}) })
const read = (data: object) => azure.parse(post([event(data)])).receipts[0]!

describe('token', () => {
  test('in the query (percent-decoded) or in the path', () => {
    expect(verify(post([event()]), { token: TOKEN })).toEqual({ ok: true })
    expect(verify(post([event()], '?token=a%2Bb'), { token: 'a+b' })).toEqual({ ok: true })
    expect(verify(post([event()], `/${TOKEN}`), { token: TOKEN })).toEqual({ ok: true })
  })
  test('missing is told apart from wrong', () => {
    expect(verify(post([event()], ''), { token: TOKEN })).toMatchObject({ code: 'token_missing' })
    expect(verify(post([event()], '?token='), { token: TOKEN })).toMatchObject({ code: 'token_missing' })
    expect(verify(post([event()], '?token=x'), { token: TOKEN })).toMatchObject({ code: 'token_wrong' })
    expect(verify(post([event()], '/x'), { token: TOKEN })).toMatchObject({ code: 'token_wrong' })
  })
  test('with nothing configured, nothing is let in', () => {
    for (const query of ['', '?token=', '/']) expect(verify(post([event()], query), {}).ok).toBe(false)
    expect(verify(options({ 'webhook-request-origin': 'eventgrid.azure.net' }), {}).ok).toBe(false)
  })
})

describe('secret header', () => {
  const secrets = { token: TOKEN, headerSecret: 'h1dden', headerName: 'X-Acs' }
  test('is required beside the token', () => {
    expect(verify(post([event()], undefined, { 'x-acs': 'h1dden' }), secrets)).toEqual({ ok: true })
    expect(verify(post([event()], undefined, { 'x-acs': 'other' }), secrets)).toMatchObject({
      code: 'credentials_wrong',
    })
    expect(verify(post([event()]), secrets)).toMatchObject({ code: 'credentials_missing' })
    expect(verify(post([event()], '', { 'x-acs': 'h1dden' }), secrets)).toMatchObject({ code: 'token_missing' })
  })
  test('has a name of its own, and is enough when no token is set', () => {
    const request = post([event()], '', { 'x-landed-secret': 'h1dden' })
    expect(verify(request, { headerSecret: 'h1dden' })).toEqual({ ok: true })
    expect(verify(post([validation()], ''), { headerSecret: 'h1dden' }).ok).toBe(false)
  })
  test('is not asked of a handshake, but of everything that comes with one', () => {
    expect(verify(post([validation()]), secrets)).toEqual({ ok: true })
    expect(verify(options({}), secrets)).toEqual({ ok: true })
    expect(verify(post([validation(), event()]), secrets)).toMatchObject({ code: 'credentials_missing' })
  })
})

describe('resource', () => {
  const secrets = { token: TOKEN, expectedTopic: `/other, ${TOPIC.toUpperCase()}` }
  test('of both schemas, in upper or lower case', () => {
    expect(verify(post([event()]), secrets)).toEqual({ ok: true })
    expect(verify(post(cloudEvent()), secrets)).toEqual({ ok: true })
  })
  test.each([
    [[event(), { ...event(), topic: '/x' }]],
    [[{ ...event(), topic: undefined }]],
    [{ ...cloudEvent(), source: 1 }],
  ])('another one is refused: %#', (body) =>
    expect(verify(post(body), secrets)).toMatchObject({ code: 'source_unexpected' }),
  )
  test('a body that cannot be read is kept, not refused', () => {
    expect(verify(post('{'), secrets)).toEqual({ ok: true })
    expect(azure.parse(post('{')).unreadable[0]!.code).toBe('malformed_body')
  })
})

describe('Entra ID', () => {
  const TENANT = '11111111-1111-4111-8111-111111111111'
  const URL_OF_KEYS = `https://login.microsoftonline.com/${TENANT}/discovery/v2.0/keys`
  const secrets = { token: TOKEN, tenantId: TENANT, audience: 'our-app' }
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
  const jwk = { ...publicKey.export({ format: 'jwk' }), kid: 'k1', use: 'sig' }
  const fetched = new Map([[URL_OF_KEYS, JSON.stringify({ keys: [{ kty: 'EC', kid: 'e' }, jwk] })]])
  const CLAIMS = {
    iss: `https://sts.windows.net/${TENANT}/`,
    aud: 'our-app',
    appid: EVENT_GRID_APPLICATION,
    nbf: NOW / 1000 - 60,
    exp: NOW / 1000 + 3600,
  }
  function jwt(claims: object = {}, header: object = {}): string {
    const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
    const signed = `${part({ typ: 'JWT', alg: 'RS256', kid: 'k1', ...header })}.${part({ ...CLAIMS, ...claims })}`
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(privateKey, 'base64url')}`
  }
  const bearing = (token: string, query?: string) => post([event()], query, { authorization: `Bearer ${token}` })
  const { iss: _iss, appid: _appid, ...ofBoth } = CLAIMS

  test.each([
    ['version 1', jwt()],
    ['the audience as URI', jwt({ aud: 'api://our-app' })],
    ['a clock that is four minutes off', jwt({ exp: NOW / 1000 - 240 })],
    [
      'version 2',
      jwt({ iss: `https://login.microsoftonline.com/${TENANT}/v2.0`, appid: undefined, azp: EVENT_GRID_APPLICATION }),
    ],
  ])('%s is accepted', (_, token) => expect(verify(bearing(token), secrets, fetched)).toEqual({ ok: true }))

  const [header, payload, signature] = jwt().split('.')
  const forged = Buffer.from(JSON.stringify({ ...CLAIMS, exp: NOW })).toString('base64url')
  test.each([
    ['changed claims', `${header}.${forged}.${signature}`, 'signature_wrong'],
    ['no signature', `${header}.${payload}.`, 'signature_wrong'],
    ['alg none', jwt({}, { alg: 'none' }), 'credentials_wrong'],
    ['alg HS256', jwt({}, { alg: 'HS256' }), 'credentials_wrong'],
    ['a key that is not published', jwt({}, { kid: 'k2' }), 'unverifiable'],
    ['another tenant', jwt({ iss: 'https://sts.windows.net/other/' }), 'source_unexpected'],
    ['another audience', jwt({ aud: 'other' }), 'source_unexpected'],
    ['another caller', jwt({ appid: 'other' }), 'source_unexpected'],
    ['expired', jwt({ exp: NOW / 1000 - 301 }), 'timestamp_stale'],
    ['not begun', jwt({ nbf: NOW / 1000 + 301 }), 'timestamp_stale'],
    ['without end', jwt({ exp: undefined }), 'timestamp_stale'],
    ['four parts', `${jwt()}.x`, 'credentials_wrong'],
    ['no JSON', 'a.b.c', 'credentials_wrong'],
    ['endless', `${'a'.repeat(20_000)}.b.c`, 'credentials_wrong'],
  ])('%s is refused', (_, token, code) => expect(verify(bearing(token), secrets, fetched)).toMatchObject({ code }))

  test('an application of another cloud', () => {
    const other = { ...secrets, callerApplicationId: 'gov' }
    expect(verify(bearing(jwt({ ...ofBoth, appid: 'gov' })), other, fetched)).toEqual({ ok: true })
    expect(verify(bearing(jwt()), other, fetched)).toMatchObject({ code: 'source_unexpected' })
  })

  test('missing token, missing keys, keys that are none, settings that are incomplete', () => {
    expect(verify(post([event()]), secrets, fetched)).toMatchObject({ code: 'credentials_missing' })
    expect(verify(bearing(jwt()), secrets)).toMatchObject({ code: 'unverifiable' })
    for (const document of ['', '{}', '{"keys":[{"kty":"RSA","kid":"k1"}]}']) {
      expect(verify(bearing(jwt()), secrets, new Map([[URL_OF_KEYS, document]]))).toMatchObject({
        code: 'unverifiable',
      })
    }
    expect(verify(bearing(jwt()), { ...secrets, audience: '' }, fetched)).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(bearing(jwt()), { ...secrets, tenantId: 'x/../y' }, fetched)).toMatchObject({
      code: 'credentials_wrong',
    })
  })

  test('keys are asked for only when nothing else refuses the request', () => {
    expect(azure.needs!(bearing(jwt()), secrets)).toEqual([{ url: URL_OF_KEYS, maxAgeMs: 3_600_000 }])
    expect(azure.needs!(bearing(jwt(), '?token=x'), secrets)).toEqual([])
    expect(azure.needs!(bearing(jwt()), { token: TOKEN })).toEqual([])
    expect(azure.needs!(bearing(jwt()), { ...secrets, tenantId: 'evil.example/x' })).toEqual([])
    expect(azure.needs!(post([validation()]), secrets)).toEqual([])
  })
})

describe('handshakes', () => {
  test('Event Grid schema: the code goes back as JSON, with 200', () => {
    const parsed = azure.parse(post([validation('a"b')]))
    expect(parsed.reply).toEqual({
      status: 200,
      body: '{"validationResponse":"a\\"b"}',
      contentType: 'application/json; charset=utf-8',
    })
    expect(parsed).toMatchObject({ receipts: [], unreadable: [], ignored: expect.stringContaining('subscribed') })
  })
  test.each([undefined, '', 5, 'x'.repeat(256)])('a code that is none: %.10j', (code) => {
    const parsed = azure.parse(post([validation(code === undefined ? null : code), event()]))
    expect(parsed.unreadable).toMatchObject([{ code: 'missing_field', item: 0 }])
    expect(parsed.receipts).toHaveLength(1)
    expect(parsed.reply).toBeUndefined()
  })
  test('reports beside a validation are read too', () => {
    const parsed = azure.parse(post([validation(), event()]))
    expect(parsed.receipts).toHaveLength(1)
    expect(parsed.ignored).toBeUndefined()
    expect(parsed.reply?.body).toContain('c0de')
  })
  test('CloudEvents: origin and rate are echoed to Event Grid, and to nobody else', () => {
    const asked = { 'webhook-request-origin': 'eventgrid.azure.net', 'webhook-request-rate': '120' }
    expect(azure.parse(options(asked)).reply?.headers).toEqual({
      'webhook-allowed-origin': 'eventgrid.azure.net',
      'webhook-allowed-rate': '120',
    })
    expect(azure.parse(options({ ...asked, 'webhook-request-rate': 'x' })).reply?.headers).toEqual({
      'webhook-allowed-origin': 'eventgrid.azure.net',
    })
    expect(azure.parse(options({ 'webhook-request-origin': 'evil.example' })).reply?.headers).toBeUndefined()
  })
  test('the header does not decide what it is', () => {
    const headers = { 'aeg-event-type': 'SubscriptionValidation' }
    expect(azure.parse(post([event()], undefined, headers)).receipts).toHaveLength(1)
  })
  test('a deleted subscription alerts', () => {
    const parsed = azure.parse(
      post([{ topic: TOPIC, eventType: 'Microsoft.EventGrid.SubscriptionDeletedEvent', data: {} }]),
    )
    expect(parsed.alert?.code).toBe('unsubscribed')
    expect(parsed.ignored).toBeDefined()
  })
})

describe('parse', () => {
  const expected = {
    providerMessageId: 'Outgoing_1',
    status: 'failed',
    rawStatus: 'Failed',
    failureClass: 'unreachable_handset',
    errorCode: '4006',
    recipient: '+12025550123',
    sender: '+13125550101',
    occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2, 104),
    clientReference: 'order-42',
    segments: 3,
  }
  test.each([
    ['Event Grid', [event()]],
    ['CloudEvents', cloudEvent()],
    ['CloudEvents batch', [cloudEvent()]],
  ])('%s', (_, body) => expect(azure.parse(post(body)).receipts).toEqual([expected]))

  test('tag in lower case, no attempts, an alphanumeric sender, a short code', () => {
    const receipt = read({ Tag: undefined, tag: 'o2', deliveryAttempts: [], from: 'ACME' })
    expect(receipt).toMatchObject({ clientReference: 'o2', sender: 'ACME' })
    expect(receipt).not.toHaveProperty('segments')
    expect(read({ from: '55501' }).sender).toBe('55501')
  })

  test('segments are those of the last attempt', () => {
    const deliveryAttempts = [
      { segmentsSucceeded: 9, segmentsFailed: 9 },
      { segmentsSucceeded: 2, segmentsFailed: 0 },
    ]
    expect(read({ deliveryAttempts }).segments).toBe(2)
    expect(read({ deliveryAttempts: [{ segmentsSucceeded: 'x', segmentsFailed: 1 }] })).not.toHaveProperty('segments')
  })

  test('an attempt with no segment at all counted none', () => {
    expect(read({ deliveryAttempts: [{ segmentsSucceeded: 0, segmentsFailed: 0 }] })).not.toHaveProperty('segments')
  })

  test('a tag that is too long costs no report', () => {
    expect(read({ Tag: 't'.repeat(256) })).toMatchObject({ providerMessageId: 'Outgoing_1', status: 'failed' })
    expect(read({ Tag: 't'.repeat(256) })).not.toHaveProperty('clientReference')
  })

  test.each([
    ['4006', '4006', 'unreachable_handset'],
    ['Error 4007: opted out (2025-1)', '4007', 'recipient_blocked'],
    ['Ref 123456789: 5001.', '5001', 'provider_error'],
    ['Sender blocked for given recipient.', 'Sender blocked for given recipient.', 'recipient_blocked'],
    ['SENDER BLOCKED FOR GIVEN RECIPIENT.', 'SENDER BLOCKED FOR GIVEN RECIPIENT.', 'recipient_blocked'],
    ['Something new', 'Something new', 'unknown'],
    ['5002', '5002', 'unknown'],
    ['No error.', null, 'unknown'],
    ['2000', null, 'unknown'],
    ['', null, 'unknown'],
    [undefined, null, 'unknown'],
  ])('details %j', (deliveryStatusDetails, errorCode, failureClass) => {
    expect(read({ deliveryStatusDetails })).toMatchObject({ status: 'failed', errorCode, failureClass })
  })

  test('delivered has no code, whatever the details say', () => {
    expect(read({ deliveryStatus: 'Delivered' })).toMatchObject({
      status: 'delivered',
      errorCode: null,
      failureClass: null,
    })
  })

  test('a word that is not documented is unknown, as Azure has no intermediate reports', () => {
    const receipt = read({ deliveryStatus: 'Lost', deliveryStatusDetails: 'No error.' })
    expect(receipt).toMatchObject({ status: 'unknown', rawStatus: 'Lost', failureClass: 'unknown' })
    expect(receipt).not.toHaveProperty('unrecognised')
  })

  test('a time without zone is none', () => {
    expect(read({ receivedTimestamp: '2025-03-04T14:16:02.1041234' }).occurredAt).toBeNull()
    expect(read({ receivedTimestamp: undefined }).occurredAt).toBeNull()
  })

  test.each([
    [event({ messageId: '' }), 'missing_field'],
    [event({ messageId: ['a'] }), 'invalid_value'],
    [event({ deliveryStatus: undefined }), 'missing_field'],
    [event({ receivedTimestamp: 'soon' }), 'invalid_time'],
    [event({ receivedTimestamp: '2025-02-31T14:16:02Z' }), 'invalid_time'],
    [{ ...event(), data: 'text' }, 'missing_field'],
    [{ topic: TOPIC, data: DATA }, 'missing_field'],
    ['text', 'malformed_body'],
    [null, 'malformed_body'],
  ])('%.60j is %s, and takes nothing with it', (bad, code) => {
    const parsed = azure.parse(post([event(), bad, event({ messageId: 'Outgoing_2' })]))
    expect(parsed.receipts.map((receipt) => receipt.providerMessageId)).toEqual(['Outgoing_1', 'Outgoing_2'])
    expect(parsed.unreadable).toEqual([{ code, reason: expect.any(String), item: 1 }])
  })

  test('other events are ignored', () => {
    expect(azure.parse(post([{ ...event(), eventType: 'Microsoft.Communication.SMSReceived' }])).ignored).toBeDefined()
    expect(azure.parse(post([])).ignored).toBeDefined()
  })
})

describe('dictionary', () => {
  test.each(azure.errors)('$code', ({ code, ...meaning }) => {
    expect(azure.explain(code)).toEqual(meaning)
    expect(read({ deliveryStatusDetails: code })).toMatchObject({ errorCode: code, failureClass: meaning.failureClass })
  })
  test.each(azure.statuses)('$word', ({ word, status }) => expect(STATUSES.get(word)).toBe(status))
  test.each(['4003', '4009'])('%s is for the account team, not a bill', (code) => {
    expect(azure.explain(code)?.nextStep).toBe('account')
  })
  test('nothing else', () => {
    expect(azure.errors).toHaveLength(17)
    for (const code of ['', '2000', '4011', 'constructor']) expect(azure.explain(code)).toBeUndefined()
  })
})

test('the answer is one that Event Grid takes for success', () => expect(azure.reply.status).toBe(200))
