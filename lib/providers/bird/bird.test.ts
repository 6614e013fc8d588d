import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { bird } from '.'

const SECRET = 'whsec_YmlyZC1zdGFuZGFyZC13ZWJob29rcy1rZXktMDAwMSE='
const NOW = 1772446511_000
const DATA = {
  sms_id: 'sms_01JN9Q2B000000000000000001',
  workspace_id: 'ws_1',
  to: '+15550100161',
  from: '+15550100100',
  tags: null,
  metadata: { order: 'ord-99' },
}
function post(body: unknown, headers: Record<string, string> = {}): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { method: 'POST', url: 'https://h.example/cb', headers, rawBody }
}
const parse = (type: unknown, change: object = {}) =>
  bird.parse(post({ type, timestamp: '2026-03-02T10:15:08.456Z', data: { ...DATA, ...change } }))
const read = (type: string, change: object = {}) => parse(type, change).receipts[0]!

describe('signature', () => {
  const sign = (body: string, id = 'msg_1', timestamp = '1772446509', secret = SECRET) => ({
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': `v1,${createHmac('sha256', Buffer.from(secret.slice(6), 'base64'))
      .update(`${id}.${timestamp}.${body}`)
      .digest('base64')}`,
  })
  const verify = (request: CallbackRequest, now = NOW, secrets: Record<string, string> = { signingSecret: SECRET }) =>
    bird.verify(request, secrets, { now })

  test('right, also among others while a secret is changed', () => {
    const headers = sign('{}')
    expect(verify(post('{}', headers))).toEqual({ ok: true })
    const several = { ...headers, 'webhook-signature': `v1,AAAA ${headers['webhook-signature']} v2,BBBB` }
    expect(verify(post('{}', several))).toEqual({ ok: true })
  })
  test('wrong, missing, stale, without a secret', () => {
    const headers = sign('{}')
    expect(verify(post('{} ', headers))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}', { ...headers, 'webhook-id': 'msg_2' }))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}', headers), NOW, { signingSecret: 'whsec_AAAA' })).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}', headers), NOW, {})).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}'))).toMatchObject({ code: 'signature_missing' })
    expect(verify(post('{}', headers), NOW + 300_000)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(post('{}', headers), NOW - 303_000)).toMatchObject({ code: 'timestamp_stale' })
  })
})

describe('parse', () => {
  test('says what it says', () => {
    const cost = {
      amount: '0.00790',
      currency_code: 'USD',
      transaction_amount: '0.00490',
      passthrough_amount: '0.00300',
    }
    const change = { cost, carrier: 'Example Mobile', mcc_mnc: '310260', segments: { count: 2, encoding: 'UCS2' } }
    expect(read('sms.delivered', change)).toEqual({
      providerMessageId: DATA.sms_id,
      status: 'delivered',
      rawStatus: 'sms.delivered',
      failureClass: null,
      errorCode: null,
      recipient: '+15550100161',
      sender: '+15550100100',
      occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8, 456),
      mccmnc: '310260',
      carrierName: 'Example Mobile',
      segments: 2,
      price: '0.00790',
      currency: 'USD',
    })
    expect(Object.keys(read('sms.sent', { cost: null, error: null, segments: null }))).toHaveLength(8)
  })
  test.each([
    ['sms.accepted', 'queued'],
    ['sms.sent', 'sent'],
    ['sms.delivered', 'delivered'],
    ['sms.undelivered', 'undelivered'],
    ['sms.failed', 'failed'],
    ['sms.rejected', 'rejected'],
    ['sms.expired', 'expired'],
  ])('%s is %s', (type, status) => {
    expect(read(type).status).toBe(status)
    expect(bird.statuses.find(({ word }) => word === type)?.status).toBe(status)
    expect(bird.statuses).toHaveLength(9)
  })
  test.each([
    ['invalid_destination', 'invalid_number', true],
    ['unreachable', 'unreachable_handset', false],
    ['blocked_by_carrier', 'carrier_blocked', true],
    ['blocked_by_recipient', 'recipient_blocked', true],
    ['landline_unreachable', 'landline_or_incapable', true],
    ['content_rejected', 'content_rejected', true],
    ['sender_unregistered', 'sender_rejected', true],
    ['recipient_opted_out', 'recipient_blocked', true],
    ['provider_unavailable', 'provider_error', false],
    ['insufficient_balance', 'account_problem', false],
    ['unknown', 'unknown', null],
  ])('%s is %s, permanent: %s', (code, failureClass, permanent) => {
    const error = { code, description: 'text', carrier_error_code: '30007', occurred_at: '2026-03-02T10:15:08.000Z' }
    expect(read('sms.undelivered', { error })).toMatchObject({ errorCode: code, failureClass })
    expect(bird.explain(code)).toMatchObject({ failureClass, permanent })
    expect(bird.errors).toHaveLength(11)
  })
  test('a new code is kept, with a class nobody knows', () => {
    expect(read('sms.failed', { error: { code: 'brand_new' } })).toMatchObject({
      errorCode: 'brand_new',
      failureClass: 'unknown',
    })
  })
  test.each(['sms.received', 'sms_suppression.created', 'email.sent'])('%s asks for nothing', (type) => {
    expect(parse(type)).toMatchObject({ receipts: [], unreadable: [], ignored: expect.any(String) as string })
  })
  test('a new event about a text is kept with its receipt', () => {
    expect(parse('sms.parked').unreadable).toMatchObject([
      { code: 'unknown_status', receipt: { rawStatus: 'sms.parked', providerMessageId: DATA.sms_id } },
    ])
  })
  test.each([
    [parse(undefined), 'missing_field'],
    [parse('sms.sent', { sms_id: null }), 'missing_field'],
    [parse('sms.sent', { sms_id: 'x'.repeat(256) }), 'invalid_value'],
    [bird.parse(post({ type: 'sms.sent' })), 'missing_field'],
    [bird.parse(post({ type: 'sms.sent', timestamp: 'soon', data: DATA })), 'invalid_time'],
    [bird.parse(post('[]')), 'malformed_body'],
    [bird.parse(post('')), 'malformed_body'],
  ])('case %# is %s', (parsed, code) => {
    expect(parsed).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
})
