import { createPrivateKey, createPublicKey, sign as signWith } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest, Secrets } from '../types'
import { telnyx } from '.'

const SEED = Buffer.from('VGVsbnl4LXRlc3Qtc2VlZC1pbnZlbnRlZC0wMDAwMSE=', 'base64')
const PUBLIC_KEY = 'wsKkqGqgqUheD7+s35BX3lKEowb2cfLAU76fKSpr6II='
const PRIVATE_KEY = createPrivateKey({
  key: Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), SEED]),
  format: 'der',
  type: 'pkcs8',
})
const SIGNED_AT = 1741097763
const OTHER_KEY = 'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA='

const sign = (body: string, timestamp = String(SIGNED_AT)) =>
  signWith(null, Buffer.from(`${timestamp}|${body}`), PRIVATE_KEY).toString('base64')

function post(body: string, headers: Record<string, string> = {}): CallbackRequest {
  return { method: 'POST', url: 'https://h.example/cb?x=1', headers, rawBody: Buffer.from(body) }
}
const signed = (body: string, signature = sign(body), timestamp = String(SIGNED_AT)) =>
  post(body, { 'telnyx-signature-ed25519': signature, 'telnyx-timestamp': timestamp })
const verify = (request: CallbackRequest, now = SIGNED_AT, secrets: Secrets = { publicKey: PUBLIC_KEY }) =>
  telnyx.verify(request, secrets, { now: now * 1000 })

const TO = { phone_number: '+12025550123', status: 'delivered', carrier: 'T-MOBILE USA, INC.', line_type: 'Wireless' }
const PAYLOAD = {
  id: '40300000-0000-4000-8000-000000000001',
  direction: 'outbound',
  type: 'SMS',
  from: { phone_number: '+13125550101', carrier: 'Telnyx' },
  to: [TO] as unknown,
  cc: [] as unknown,
  errors: [] as unknown,
  cost: { amount: '0.0040', currency: 'USD' } as unknown,
  parts: 2,
  tags: ['order-42'],
  text: 'secret',
}
const event = (payload: object, type = 'message.finalized') =>
  JSON.stringify({
    data: { id: 'e1', event_type: type, occurred_at: '2025-03-04T15:16:02.104+01:00', payload },
    meta: { attempt: 1 },
  })
const parse = (change: object = {}, type?: string) => telnyx.parse(post(event({ ...PAYLOAD, ...change }, type)))
const read = (change: object = {}) => parse(change).receipts[0]!
const errors = (...codes: unknown[]) => ({ errors: codes.map((code) => ({ code, title: 't' })) })

describe('signature', () => {
  test.each([
    [
      '{"data":{"id":"e1","event_type":"message.sent"}}',
      '6tRacZi1j8XkpB27Zv5/ANZgH0xrlzDxNZ8wfsETYry3pX9H+nHG16oqbYsHzi9lTkP9P2UDRbURbGMRSJ8PAg==',
    ],
    [
      '{\n  "data": {\n    "id": "é"\n  }\n}\n',
      'kY533tX85ryLcuxvZuDEHukPgV1BLskxFFbak7Pdk/m8NGIW+OqusYz5Gkl3PiC182EEjgXJKIaGwzep1+1qDA==',
    ],
  ])('over the bytes of the body: %j', (body, signature) => {
    expect(sign(body)).toBe(signature)
    expect(verify(signed(body, signature))).toEqual({ ok: true })
    expect(verify(signed(body.replace('"id"', '"ID"'), signature))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(signed(`${body} `, signature))).toMatchObject({ code: 'signature_wrong' })
  })

  test('300 seconds either way, and not one more', () => {
    const request = signed('{}')
    expect([-300, 0, 300].map((off) => verify(request, SIGNED_AT + off).ok)).toEqual([true, true, true])
    for (const off of [-301, 301]) {
      expect(verify(request, SIGNED_AT + off)).toMatchObject({ code: 'timestamp_stale' })
    }
  })

  test('of another time, or with its time changed, is refused', () => {
    expect(verify(signed('{}', sign('{}', '1741097764')))).toMatchObject({ code: 'signature_wrong' })
    for (const timestamp of ['1741097763.0', ' 1741097763', '1e9', '-5', '9'.repeat(400)]) {
      expect(verify(signed('{}', sign('{}', timestamp), timestamp)).ok).toBe(false)
    }
  })

  test.each([
    ['without padding', sign('{}').replace('==', '')],
    ['URL-safe', Buffer.from(sign('{}'), 'base64').toString('base64url')],
    ['cut', sign('{}').slice(0, 80)],
    ['doubled', sign('{}') + sign('{}')],
    ['empty', 'x'],
  ])('%s is refused', (_, signature) => {
    expect(verify(signed('{}', signature))).toMatchObject({ code: 'signature_wrong' })
  })

  test('both headers are needed', () => {
    const good = signed('{}')
    for (const name of Object.keys(good.headers)) {
      const { [name]: _, ...headers } = good.headers
      expect(verify({ ...good, headers })).toMatchObject({ code: 'signature_missing' })
    }
  })

  test.each<Secrets>([
    {},
    { publicKey: '' },
    { publicKey: OTHER_KEY },
    { publicKey: 'KEY0123' },
    { publicKey: `${SEED}` },
  ])('%j lets nobody in', (secrets) => {
    expect(verify(signed('{}'), SIGNED_AT, secrets)).toMatchObject({ ok: false, code: 'signature_wrong' })
  })

  test('a key with spaces around it is the same key', () => {
    const fromSeed = createPublicKey(PRIVATE_KEY)
      .export({ format: 'der', type: 'spki' })
      .subarray(-32)
      .toString('base64')
    expect(fromSeed).toBe(PUBLIC_KEY)
    expect(verify(signed('{}'), SIGNED_AT, { publicKey: ` ${PUBLIC_KEY}\n` })).toEqual({ ok: true })
  })
})

describe('parse', () => {
  test('reads everything that an event says', () => {
    expect(parse().receipts).toEqual([
      {
        providerMessageId: PAYLOAD.id,
        messageKey: `${PAYLOAD.id}:+12025550123`,
        status: 'delivered',
        rawStatus: 'delivered',
        failureClass: null,
        errorCode: null,
        recipient: '+12025550123',
        sender: '+13125550101',
        occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2, 104),
        carrierName: 'T-MOBILE USA, INC.',
        segments: 2,
        price: '0.0040',
        currency: 'USD',
      },
    ])
  })

  test.each(telnyx.statuses.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(read({ to: [{ ...TO, status: word }] })).toMatchObject({ status, rawStatus: word })
  })

  test('no receipt is no failure, and a time-out of the gateway is not the fault of the number', () => {
    expect(read({ to: [{ ...TO, status: 'delivery_unconfirmed' }] }).status).toBe('unknown')
    expect(read({ to: [{ ...TO, status: 'gw_timeout' }] }).failureClass).toBe('provider_error')
    expect(read({ to: [{ ...TO, status: 'cancelled' }] }).failureClass).toBe('unknown')
    expect(read({ to: [{ ...TO, status: 'gw_timeout' }], ...errors('40012') }).failureClass).toBe('invalid_number')
  })

  test('the word of the recipient counts, not the type of the event', () => {
    expect(parse({}, 'message.sent').receipts[0]?.status).toBe('delivered')
  })

  test.each(telnyx.errors.map((entry) => [entry.code, entry.failureClass]))('code %s is %s', (code, failureClass) => {
    const failed = { to: [{ ...TO, status: 'delivery_failed' }] }
    expect(read({ ...failed, ...errors(code, '40001') })).toMatchObject({ errorCode: code, failureClass })
    expect(read({ ...failed, ...errors(Number(code)) })).toMatchObject({ errorCode: code, failureClass })
    expect(telnyx.explain(code)?.failureClass).toBe(failureClass)
  })

  test('of a group each recipient has a receipt; only failed ones have the error, and nobody the price of all', () => {
    const to = [TO, { ...TO, phone_number: '+12025550127', status: 'delivery_failed', carrier: '' }]
    const unconfirmed = { ...TO, phone_number: '+12025550128', status: 'delivery_unconfirmed' }
    const { receipts } = parse({ to, cc: [unconfirmed], ...errors('40008') })
    expect(receipts.map((it) => [it.messageKey, it.status, it.errorCode, it.carrierName])).toEqual([
      [`${PAYLOAD.id}:+12025550123`, 'delivered', null, 'T-MOBILE USA, INC.'],
      [`${PAYLOAD.id}:+12025550127`, 'undelivered', '40008', undefined],
      [`${PAYLOAD.id}:+12025550128`, 'unknown', null, 'T-MOBILE USA, INC.'],
    ])
    for (const receipt of receipts) expect(receipt).not.toHaveProperty('price')
  })

  test('one bad recipient does not take the others with it', () => {
    const parsed = parse({
      to: [TO, 'x', { ...TO, status: undefined }, { ...TO, phone_number: undefined }, { ...TO, status: 'lost' }],
    })
    expect(parsed.receipts).toHaveLength(1)
    expect(parsed.unreadable.map(({ item, code }) => [item, code])).toEqual([
      [1, 'malformed_body'],
      [2, 'missing_field'],
      [3, 'missing_field'],
      [4, 'unknown_status'],
    ])
    expect(parsed.unreadable[3]?.receipt).toMatchObject({ rawStatus: 'lost', recipient: '+12025550123' })
  })

  test.each([
    [null, {}],
    [
      { amount: '0', currency: 'USD' },
      { price: '0', currency: 'USD' },
    ],
    [{ amount: 0.004, currency: 'usd' }, { price: '0.004' }],
    [{ amount: '-1', currency: 'USD' }, {}],
  ])('cost %j', (cost, expected) => {
    const { price, currency } = read({ cost })
    expect({ price, currency }).toEqual({ price: undefined, currency: undefined, ...expected })
  })

  test('a sender of RCS is its agent; the carrier of the sender is not that of the recipient', () => {
    expect(read({ from: { agent_id: 'acme_agent_1', carrier: 'Telnyx' } }).sender).toBe('acme_agent_1')
    expect(read({ to: [{ ...TO, carrier: null }] })).not.toHaveProperty('carrierName')
    expect(read({ from: null }).sender).toBeNull()
  })

  test.each([
    [{}, 'message.received'],
    [{}, 'call.hangup'],
    [{ direction: 'inbound' }, 'message.finalized'],
    [{ to: [{ ...TO, status: 'webhook_delivered' }] }, 'message.finalized'],
  ])('%j %s asks for nothing', (change, type) => {
    expect(parse(change, type)).toMatchObject({ receipts: [], unreadable: [], ignored: expect.any(String) })
  })

  test.each([
    ['', 'malformed_body'],
    ['[]', 'malformed_body'],
    ['{"data":1}', 'malformed_body'],
    ['{"data":{}}', 'missing_field'],
    ['{"data":{"event_type":"message.sent"}}', 'missing_field'],
    [event({ ...PAYLOAD, to: [] }), 'missing_field'],
    [event({ ...PAYLOAD, to: TO }), 'missing_field'],
    [event({ ...PAYLOAD, id: '' }), 'missing_field'],
    [event(PAYLOAD).replace('2025-03-04T15', '2025-03-04T25'), 'invalid_time'],
  ])('%.60s is %s', (body, code) => {
    expect(telnyx.parse(post(body))).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
})
