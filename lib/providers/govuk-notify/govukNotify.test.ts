import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { govukNotify } from '.'

const TOKEN = 'nt_4Qm9Zt0b7c2xK1'
function post(body: unknown, authorization = `Bearer ${TOKEN}`): CallbackRequest {
  const headers = { 'content-type': 'application/json', authorization }
  return { method: 'POST', url: 'https://h.example/cb', headers, rawBody: Buffer.from(JSON.stringify(body)) }
}
const BODY = {
  id: '6f1d2c33-7d0a-4a42-8d52-0c9be0a1f001',
  reference: 'order-7781',
  to: '07700900123',
  status: 'delivered',
  created_at: '2026-03-02T10:15:30.123456Z',
  completed_at: '2026-03-02T10:15:41.654321Z',
  sent_at: '2026-03-02T10:15:31.000012Z',
  notification_type: 'sms',
  template_id: 'b5a7c2de-0f7b-4a53-9d7a-2f4a1c0e9d11',
  template_version: 3,
}
const parse = (change: Record<string, unknown>) => govukNotify.parse(post({ ...BODY, ...change }))
const read = (change: Record<string, unknown>) => parse(change).receipts[0]!

describe('bearer token', () => {
  const verify = (authorization: string, token = TOKEN) =>
    govukNotify.verify(post(BODY, authorization), { token }, { now: 0 })
  test.each([`Bearer ${TOKEN}`, `bearer ${TOKEN}`, `BEARER ${TOKEN}`])('%s is accepted', (header) => {
    expect(verify(header)).toEqual({ ok: true })
  })
  test.each([
    ['', 'credentials_missing'],
    [TOKEN, 'credentials_missing'],
    [`Basic ${TOKEN}`, 'credentials_missing'],
    ['Bearer', 'credentials_missing'],
    ['Bearer ', 'credentials_wrong'],
    ['Bearer nt_wrong', 'credentials_wrong'],
    [`Bearer ${TOKEN}x`, 'credentials_wrong'],
    [`Bearer ${TOKEN.toLowerCase()}`, 'credentials_wrong'],
  ])('"%s" is %s', (header, code) => {
    expect(verify(header)).toMatchObject({ ok: false, code })
  })
  test('that was never set lets nobody in', () => {
    expect(verify('Bearer ', '')).toMatchObject({ ok: false })
    expect(govukNotify.verify(post(BODY), {}, { now: 0 })).toMatchObject({ ok: false })
  })
})

describe('parse', () => {
  test('reads what a callback says', () => {
    expect(parse({}).receipts).toEqual([
      {
        providerMessageId: BODY.id,
        status: 'delivered',
        rawStatus: 'delivered',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900123',
        sender: null,
        occurredAt: Date.UTC(2026, 2, 2, 10, 15, 41, 654),
        clientReference: 'order-7781',
      },
    ])
  })

  test.each(govukNotify.statuses.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(read({ status: word })).toMatchObject({ status, rawStatus: word })
  })

  test.each(govukNotify.errors.map((entry) => [entry.code, entry.failureClass]))('%s is %s', (code, failureClass) => {
    expect(read({ status: code })).toMatchObject({ errorCode: code, failureClass })
    expect(govukNotify.explain(code)?.failureClass).toBe(failureClass)
  })

  test.each([
    ['07700900123', '+447700900123'],
    ['07700 900 123', '+447700900123'],
    ['(07700) 900-123', '+447700900123'],
    ['7700900123', '+447700900123'],
    ['447700900123', '+447700900123'],
    ['+447700900123', '+447700900123'],
    ['+44 (0)7700 900123', '+447700900123'],
    ['00447700900123', '+447700900123'],
    ['+15550100133', '+15550100133'],
    ['15550100133', '+15550100133'],
    ['0015550100133', '+15550100133'],
    ['+7 700 900 12 34', '+77009001234'],
    ['77009001234', '+77009001234'],
    ['someone@example.org', null],
    ['', null],
    [null, null],
  ])('to %s is %s', (to, recipient) => {
    expect(read({ to }).recipient).toBe(recipient)
  })

  test('the time is that of the last change, else of handing it on, else none', () => {
    expect(read({ completed_at: null }).occurredAt).toBe(Date.UTC(2026, 2, 2, 10, 15, 31))
    expect(read({ completed_at: null, sent_at: null }).occurredAt).toBeNull()
    expect(read({ completed_at: '2026-07-02T10:15:41' }).occurredAt).toBeNull()
  })

  test('no reference', () => {
    expect(read({ reference: null })).not.toHaveProperty('clientReference')
    // Notify takes long ones; what became of the text is worth more.
    expect(read({ reference: 'x'.repeat(256) })).not.toHaveProperty('clientReference')
  })

  test.each([
    [{ ...BODY, notification_type: 'email', to: 'a@example.org' }],
    [{ id: '1', source_number: '447700900123', destination_number: '07700900987', message: 'STOP' }],
    [{ notification_id: '1', reference: null, date_sent: '2026-03-02T10:15:41.654321Z' }],
  ])('other kinds of callback ask for nothing: %j', (body) => {
    expect(govukNotify.parse(post(body))).toMatchObject({ receipts: [], unreadable: [], ignored: expect.any(String) })
  })

  test.each([
    [{ status: undefined }, 'missing_field'],
    [{ id: undefined }, 'missing_field'],
    [{ status: 'lost' }, 'unknown_status'],
    [{ status: 1.5e300 }, 'invalid_value'],
    [{ completed_at: 'soon' }, 'invalid_time'],
    [{ completed_at: '1970-01-01T00:00:00.000000Z' }, 'invalid_time'],
  ])('%j is %s', (change, code) => {
    expect(parse(change)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })

  test('a body that is no object', () => {
    expect(govukNotify.parse(post([BODY])).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })
})
