import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { clickatell } from '.'

function json(body: unknown, target = '/cb'): CallbackRequest {
  const headers = { 'content-type': 'application/json; charset=utf-8' }
  return { method: 'POST', url: `https://h.example${target}`, headers, rawBody: Buffer.from(JSON.stringify(body)) }
}
function get(fields: Record<string, string>, target = '/cb/t'): CallbackRequest {
  const query = new URLSearchParams(fields).toString()
  return { method: 'GET', url: `https://h.example${target}?${query}`, headers: {}, rawBody: Buffer.alloc(0) }
}
function form(fields: Record<string, string>): CallbackRequest {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const rawBody = Buffer.from(new URLSearchParams(fields).toString())
  return { method: 'POST', url: 'https://h.example/cb', headers, rawBody }
}
const PLATFORM = {
  integrationName: 'ops',
  apiKey: 'do-not-log',
  messageId: 'm1',
  requestId: 'r1',
  clientMessageId: 'ord-31',
  to: '447700900601',
  from: '15550100100',
  statusCode: 4,
  status: 'RECEIVED_BY_RECIPIENT',
  timestamp: 1772446508123,
}
const CENTRAL = {
  api_id: '1234567',
  apiMsgId: 'm1',
  cliMsgId: 'ord-31',
  to: '447700900601',
  from: '15550100100',
  timestamp: '1772446508',
  status: '004',
  charge: '1.5',
}
const READ = {
  providerMessageId: 'm1',
  status: 'delivered',
  rawStatus: '4',
  failureClass: null,
  errorCode: null,
  recipient: '+447700900601',
  sender: '+15550100100',
  occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8, 123),
  clientReference: 'ord-31',
}
const SECONDS = Date.UTC(2026, 2, 2, 10, 15, 8)
const oneApi = (change: Record<string, unknown>) =>
  json({ event: { messageStatusUpdate: [{ channel: 'sms', messageId: 'm1', to: '447700900601', ...change }] } })

describe('proof', () => {
  const verify = (request: CallbackRequest, secrets: Record<string, string>) =>
    clickatell.verify(request, secrets, { now: 0 })
  test('token, or user name and password', () => {
    expect(verify(json(PLATFORM, '/cb/t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(json(PLATFORM, '/cb?token=t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(get(CENTRAL), { token: 't' })).toEqual({ ok: true })
    expect(verify(json(PLATFORM, '/cb?token=nope'), { token: 't' })).toMatchObject({ code: 'token_wrong' })
    expect(verify(json(PLATFORM, '/cb?token='), {})).toMatchObject({ code: 'token_wrong' })
    const authorization = `Basic ${Buffer.from('u:p').toString('base64')}`
    const basic = { ...json(PLATFORM, '/cb/t'), headers: { authorization } }
    expect(verify(basic, { username: 'u', password: 'p' })).toEqual({ ok: true })
    expect(verify(basic, { username: 'u', password: 'x', token: 't' })).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(json(PLATFORM, '/cb/t'), { username: 'u', password: 'p', token: 't' }).ok).toBe(false)
  })
})

describe('numbers', () => {
  test('Platform REST', () => {
    expect(clickatell.parse(json(PLATFORM)).receipts).toEqual([READ])
    expect(clickatell.parse(json({ ...PLATFORM, timestamp: 1772446508 })).receipts).toEqual([
      { ...READ, occurredAt: SECONDS },
    ])
    expect(clickatell.parse(json({ messageId: 'm1', statusCode: '004' })).receipts).toMatchObject([
      { status: 'delivered' },
    ])
  })
  test.each([
    ['GET', get(CENTRAL)],
    ['form', form(CENTRAL)],
    ['GET with moMsgId', get({ ...CENTRAL, apiMsgId: '', moMsgId: 'm1' })],
    ['GET in local time', get({ ...CENTRAL, timestamp: '2026-03-02 12:15:08' })],
  ])('Central by %s; credits are no money', (_, request) => {
    expect(clickatell.parse(request).receipts).toEqual([{ ...READ, occurredAt: SECONDS }])
  })
  test.each([
    [1, 'failed', 'provider_error'],
    [2, 'queued', null],
    [3, 'sent', null],
    [4, 'delivered', null],
    [5, 'failed', 'content_rejected'],
    [6, 'failed', 'unknown'],
    [7, 'undelivered', 'unknown'],
    [8, 'queued', null],
    [9, 'undelivered', 'provider_error'],
    [10, 'expired', 'expired'],
    [11, 'queued', null],
    [12, 'rejected', 'account_problem'],
    [13, 'unknown', 'unknown'],
    [14, 'rejected', 'throttled'],
  ])('%i is %s, %s', (code, status, failureClass) => {
    const padded = String(code).padStart(3, '0')
    const own = failureClass === null || code === 13 ? null : padded
    const expected = { status, rawStatus: String(code), failureClass }
    expect(clickatell.parse(get({ ...CENTRAL, status: padded })).receipts).toMatchObject([
      { ...expected, errorCode: own },
    ])
    expect(clickatell.parse(json({ ...PLATFORM, statusCode: code })).receipts).toMatchObject([
      { ...expected, errorCode: own === null ? null : String(code) },
    ])
  })
  test('an unknown number is kept with its receipt', () => {
    expect(clickatell.parse(json({ ...PLATFORM, statusCode: 15 }))).toMatchObject({
      receipts: [],
      unreadable: [{ code: 'unknown_status', receipt: { rawStatus: '15' } }],
    })
  })
})

describe('words of One API', () => {
  test.each([
    ['QUEUED', 'queued', null, null],
    ['SCHEDULED', 'queued', null, null],
    ['SENT_TO_SUPPLIER', 'sent', null, null],
    ['DEVICE_ACK', 'delivered', null, null],
    ['READ', 'read', null, null],
    ['EXPIRED', 'expired', null, 'expired'],
    ['DELIVERY_FAILURE', 'undelivered', 'DELIVERY_FAILURE', 'unknown'],
    ['STOPPED_BY_USER', 'failed', 'STOPPED_BY_USER', 'unknown'],
    ['STOPPED_BY_ADMIN', 'failed', 'STOPPED_BY_ADMIN', 'unknown'],
    ['INSUFFICIENT_ACCOUNT_BALANCE', 'rejected', 'INSUFFICIENT_ACCOUNT_BALANCE', 'account_problem'],
    ['VOLUME_LIMIT', 'rejected', 'VOLUME_LIMIT', 'throttled'],
    ['VOLUME_LIMIT_DAILY', 'rejected', 'VOLUME_LIMIT_DAILY', 'throttled'],
    ['VOLUME_LIMIT_MONTHLY', 'rejected', 'VOLUME_LIMIT_MONTHLY', 'throttled'],
    ['RECIPIENT_DOES_NOT_EXIST', 'rejected', 'RECIPIENT_DOES_NOT_EXIST', 'invalid_number'],
    ['ROUTING_ERROR', 'rejected', 'ROUTING_ERROR', 'provider_error'],
    ['MEDIA_TOO_BIG', 'rejected', 'MEDIA_TOO_BIG', 'content_rejected'],
    ['ENCRYPTION_CONTENT_ERROR', 'rejected', 'ENCRYPTION_CONTENT_ERROR', 'content_rejected'],
    ['ENCRYPTION_KEY_ERROR', 'rejected', 'ENCRYPTION_KEY_ERROR', 'unknown'],
    ['WHATSAPP_ERROR', 'rejected', 'WHATSAPP_ERROR', 'unknown'],
    ['EMULATED', 'delivered', null, null],
    ['UNKNOWN', 'unknown', null, 'unknown'],
  ])('%s is %s, whatever the number beside it says', (word, status, errorCode, failureClass) => {
    for (const statusCode of [1, 4, 8, undefined]) {
      const { receipts } = clickatell.parse(oneApi({ status: word, statusCode, timestamp: 1772446508123 }))
      expect(receipts).toMatchObject([
        { status, rawStatus: word, errorCode, failureClass, occurredAt: READ.occurredAt },
      ])
    }
  })
  test('the envelope may be missing, one item or many; each is judged alone', () => {
    const item = { channel: 'sms', messageId: 'm1', status: 'READ' }
    for (const body of [item, [item], { messageStatusUpdate: [item] }, { messageStatusUpdate: item }]) {
      expect(clickatell.parse(json(body)).receipts).toMatchObject([{ providerMessageId: 'm1', status: 'read' }])
    }
    const parsed = clickatell.parse(
      json({ messageStatusUpdate: [item, null, { channel: 'sms', status: 'READ' }, item] }),
    )
    expect(parsed.receipts).toHaveLength(2)
    expect(parsed.unreadable.map(({ code, item: at }) => [code, at])).toEqual([
      ['malformed_body', 1],
      ['missing_field', 2],
    ])
  })
  test('an unknown word is kept with its receipt', () => {
    expect(clickatell.parse(oneApi({ status: 'NEW' })).unreadable).toMatchObject([
      { code: 'unknown_status', receipt: { rawStatus: 'NEW', providerMessageId: 'm1' } },
    ])
  })
})

test('the dictionary explains every code, with zeros before it and by family', () => {
  for (const { code, ...meaning } of clickatell.errors) expect(clickatell.explain(code)).toEqual(meaning)
  expect(clickatell.explain('009')).toEqual(clickatell.explain('9'))
  for (const code of ['4', '004', '13', 'READ', 'EXPIRED', '']) expect(clickatell.explain(code)).toBeUndefined()
  expect(clickatell.statuses).toHaveLength(14 + 17 + 3)
})

test.each([
  ['inbound of Central', get({ api_id: '1', moMsgId: 'x', from: '1', to: '2', text: 'hi' })],
  ['inbound of One API', json({ event: { moText: [{ messageId: 'x', content: 'hi' }] } })],
  ['inbound of Platform', json({ messageId: 'x', fromNumber: '1', text: 'hi' })],
  ['an empty list', json({ event: { messageStatusUpdate: [] } })],
])('%s changes nothing', (_, request) => {
  expect(clickatell.parse(request)).toMatchObject({
    receipts: [],
    unreadable: [],
    ignored: expect.any(String) as string,
  })
})

test.each([
  [json({ messageId: 'm1' }), 'missing_field'],
  [json({ ...PLATFORM, messageId: '' }), 'missing_field'],
  [json({ ...PLATFORM, timestamp: 'soon' }), 'invalid_time'],
  [json({ ...PLATFORM, timestamp: 1 }), 'invalid_time'],
  [json('x'), 'malformed_body'],
  [get({}), 'missing_field'],
  [{ ...get({}), url: 'https://h.example/cb?status=%zz' }, 'malformed_body'],
  [{ ...form({}), headers: { 'content-type': 'text/xml' } }, 'wrong_content_type'],
])('case %# is %s', (request, code) => {
  expect(clickatell.parse(request).unreadable).toMatchObject([{ code }])
})

describe('what is kept', () => {
  const kept = (body: string) => clickatell.keptBody!(Buffer.from(body)).toString()

  test('is the body without the API key of the account', () => {
    const body = JSON.stringify({ ...PLATFORM, statusDescription: 'ä "apiKey": "x"' }, null, 1)
    expect(kept(body)).toBe(body.replace('do-not-log', '(removed)'))
    expect(kept('{"apiKey" :\n"a\\"b\\\\","to":"1"}')).toBe('{"apiKey" :\n"(removed)","to":"1"}')
    expect(kept('{"apiKey":"cut o')).toBe('{"apiKey":"(removed)"')
  })
  test('says the same, and a body without a key is kept as it came', () => {
    const request = json(PLATFORM)
    const rawBody = clickatell.keptBody!(request.rawBody)
    expect(clickatell.parse({ ...request, rawBody })).toEqual(clickatell.parse(request))
    const bytes = Buffer.from([0x7b, 0xff, 0x00])
    expect(clickatell.keptBody!(bytes)).toBe(bytes)
  })
})
