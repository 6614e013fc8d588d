import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { sinch } from '.'

const NOW = 1772446510_000
const SECRET = 'sinch-webhook-secret-9f2c'
const REPORT = {
  type: 'recipient_delivery_report_sms',
  batch_id: '01JN9PX3QZ4T6V8W0Y2A4C6E8A',
  recipient: '447700900401',
  code: 0,
  status: 'Delivered',
  at: '2026-03-02T10:15:08.930Z',
}
function post(body: unknown, headers: Record<string, string> = {}, target = '/cb'): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { method: 'POST', url: `https://h.example${target}`, headers, rawBody }
}
const parse = (body: unknown) => sinch.parse(post(body))
const read = (change: Record<string, unknown>) => parse({ ...REPORT, ...change }).receipts[0]!

describe('signature', () => {
  const sign = (body: string, nonce: string, timestamp: string, secret = SECRET) => ({
    'x-sinch-webhook-signature': createHmac('sha256', secret).update(`${body}.${nonce}.${timestamp}`).digest('base64'),
    'x-sinch-webhook-signature-nonce': nonce,
    'x-sinch-webhook-signature-timestamp': timestamp,
    'x-sinch-webhook-signature-algorithm': 'HmacSHA256',
  })
  const body = JSON.stringify({ ...REPORT, client_reference: 'ä€' }, null, 2)
  const headers = sign(body, 'n1', '1772446510')
  const verify = (
    request: CallbackRequest,
    secrets: Record<string, string> = { signingSecret: SECRET, token: 't' },
    now = NOW,
  ) => sinch.verify(request, secrets, { now })
  const without = (name: string) => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

  test('right', () => {
    expect(verify(post(body, headers))).toEqual({ ok: true })
    expect(verify(post(body, without('x-sinch-webhook-signature-algorithm')))).toEqual({ ok: true })
  })
  test('within five minutes, both ways', () => {
    expect(verify(post(body, headers), undefined, NOW + 300_000).ok).toBe(true)
    expect(verify(post(body, headers), undefined, NOW + 300_001)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(post(body, headers), undefined, NOW - 300_001)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(post(body, sign(body, 'n1', 'soon')))).toMatchObject({ code: 'timestamp_stale' })
  })
  test.each([
    ['another body', post(body.replace('Delivered', 'Failed'), headers)],
    ['another nonce', post(body, { ...headers, 'x-sinch-webhook-signature-nonce': 'n2' })],
    ['another timestamp', post(body, { ...headers, 'x-sinch-webhook-signature-timestamp': '1772446511' })],
    ['another secret', post(body, sign(body, 'n1', '1772446510', 'other'))],
    ['a weaker algorithm', post(body, { ...headers, 'x-sinch-webhook-signature-algorithm': 'HmacMD5' })],
  ])('%s is refused', (_, request) => {
    expect(verify(request)).toMatchObject({ code: 'signature_wrong' })
  })
  test.each(['', '-nonce', '-timestamp'])('a missing x-sinch-webhook-signature%s is refused', (suffix) => {
    const request = post(body, without(`x-sinch-webhook-signature${suffix}`), '/cb/t')
    expect(verify(request)).toMatchObject({ code: 'signature_missing' })
  })
  test('without a secret: user name and password, else the token; with nothing, nobody', () => {
    const basic = { authorization: `Basic ${Buffer.from('u:p').toString('base64')}` }
    expect(verify(post(body, basic), { username: 'u', password: 'p', token: 't' })).toEqual({ ok: true })
    expect(verify(post(body, basic), { username: 'u', password: 'q' })).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(post(body, {}, '/cb/t'), { username: 'u', password: 'p', token: 't' }).ok).toBe(false)
    expect(verify(post(body, {}, '/cb/t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(post(body, {}, '/cb/x'), { token: 't' }).ok).toBe(false)
    expect(verify(post(body, sign(body, 'n1', '1772446510', '')), {}).ok).toBe(false)
  })
})

describe('report of a recipient', () => {
  test('says what it says; the key is batch and number, however that is written', () => {
    expect(
      read({
        operator_status_at: '2026-03-02T10:15:00.000Z',
        operator: 'Example Mobile',
        applied_originator: '+15550100100',
        client_reference: 'camp-9',
        number_of_message_parts: 2,
      }),
    ).toEqual({
      providerMessageId: '01JN9PX3QZ4T6V8W0Y2A4C6E8A',
      messageKey: '01JN9PX3QZ4T6V8W0Y2A4C6E8A:+447700900401',
      status: 'delivered',
      rawStatus: 'Delivered',
      failureClass: null,
      errorCode: null,
      recipient: '+447700900401',
      sender: '+15550100100',
      occurredAt: Date.UTC(2026, 2, 2, 10, 15),
      clientReference: 'camp-9',
      segments: 2,
      carrierName: 'Example Mobile',
    })
    expect(read({ recipient: '+447700900401' }).messageKey).toBe(read({}).messageKey)
    expect(read({ recipient: '+447700900402' }).messageKey).not.toBe(read({}).messageKey)
    expect(read({}).occurredAt).toBe(Date.UTC(2026, 2, 2, 10, 15, 8, 930))
  })
  test('a number as operator is no MCC and MNC', () => {
    const receipt = read({ operator: '35000' })
    expect(receipt.carrierName).toBe('Operator 35000')
    expect(receipt).not.toHaveProperty('mccmnc')
  })
  test.each([
    ['Queued', 'queued'],
    ['Dispatched', 'sent'],
    ['Aborted', 'failed'],
    ['Cancelled', 'failed'],
    ['Rejected', 'rejected'],
    ['Deleted', 'undelivered'],
    ['Delivered', 'delivered'],
    ['Failed', 'failed'],
    ['Expired', 'expired'],
    ['Unknown', 'unknown'],
  ])('%s, in any case, is %s', (word, status) => {
    for (const sent of [word, word.toUpperCase(), word.toLowerCase()]) {
      expect(read({ status: sent })).toMatchObject({ status, rawStatus: word })
    }
    expect(sinch.statuses.find((entry) => entry.word === word)?.status).toBe(status)
    expect(sinch.statuses).toHaveLength(10)
  })
  test('an MMS is the same', () => {
    expect(read({ type: 'recipient_delivery_report_mms' }).status).toBe('delivered')
  })
  test('an unknown status is kept with its receipt', () => {
    expect(parse({ ...REPORT, status: 'Lost' })).toMatchObject({
      receipts: [],
      unreadable: [{ code: 'unknown_status', receipt: { rawStatus: 'Lost', recipient: '+447700900401' } }],
    })
  })
  test.each([
    [{ recipient: undefined }, 'missing_field'],
    [{ batch_id: '' }, 'missing_field'],
    [{ status: undefined }, 'missing_field'],
    [{ type: undefined }, 'missing_field'],
    [{ at: 'yesterday' }, 'invalid_time'],
    [{ batch_id: 'x'.repeat(250) }, 'invalid_value'],
    [{ code: [1] }, 'invalid_value'],
  ])('%.60j is %s', (change, code) => {
    expect(parse({ ...REPORT, ...change }).unreadable).toMatchObject([{ code, item: 0 }])
  })
})

describe('codes', () => {
  test.each([0, 400, 401, '0', undefined])('%s says no more than the status', (code) => {
    expect(read({ code, status: 'Failed' })).toMatchObject({ errorCode: null, failureClass: 'unknown' })
  })
  test.each([
    [402, 'provider_error'],
    [403, 'provider_error'],
    [404, 'unreachable_handset'],
    [405, 'content_rejected'],
    [406, 'expired'],
    [407, 'unknown'],
    [408, 'provider_error'],
    [410, 'sender_rejected'],
    [411, 'content_rejected'],
    [412, 'account_problem'],
    [413, 'account_problem'],
    [414, 'content_rejected'],
    [415, 'carrier_blocked'],
    [416, 'landline_or_incapable'],
    [417, 'unreachable_handset'],
    [418, 'content_rejected'],
    [1, 'sender_rejected'],
    [2, 'provider_error'],
    [3, 'provider_error'],
    [4, 'throttled'],
  ])('%s is %s', (code, failureClass) => {
    expect(read({ code, status: 'Failed' })).toMatchObject({ errorCode: String(code), failureClass })
    expect(sinch.errors).toHaveLength(20)
    const { code: _, ...meaning } = sinch.errors.find((entry) => entry.code === String(code))!
    expect(sinch.explain(String(code))).toEqual(meaning)
  })
  test('other numbers are not those of GSM', () => {
    expect(read({ code: 27, status: 'Failed' })).toMatchObject({ errorCode: '27', failureClass: 'unknown' })
    expect(sinch.explain('27')).toBeUndefined()
  })
})

describe('report of a batch', () => {
  const BATCH = { type: 'delivery_report_sms', batch_id: 'b1', client_reference: 'c', total_message_count: 3 }
  test('each recipient alone', () => {
    const statuses = [
      { code: 0, count: 3, status: 'Delivered', recipients: ['+447700900411', null, '447700900412'] },
      { code: 402, count: 1, status: 'Rejected', recipients: ['+447700900413'] },
      null,
    ]
    const parsed = parse({ ...BATCH, statuses })
    expect(parsed.receipts).toMatchObject([
      { messageKey: 'b1:+447700900411', status: 'delivered', occurredAt: null, clientReference: 'c' },
      { messageKey: 'b1:+447700900412', status: 'delivered' },
      { messageKey: 'b1:+447700900413', status: 'rejected', errorCode: '402', failureClass: 'provider_error' },
    ])
    expect(parsed.unreadable).toMatchObject([
      { code: 'missing_field', item: 1 },
      { code: 'malformed_body', item: 4 },
    ])
  })
  test('a summary changes nothing', () => {
    const parsed = parse({ ...BATCH, statuses: [{ code: 0, count: 97, status: 'Delivered' }] })
    expect(parsed).toEqual({ receipts: [], unreadable: [], ignored: expect.stringContaining('summary') as string })
  })
  test('without statuses it cannot be read', () => {
    expect(parse(BATCH).unreadable).toMatchObject([{ code: 'missing_field' }])
  })
})

test.each(['mo_text', 'mo_binary', 'mo_media', 'brand_new'])('%s is kept and changes nothing', (type) => {
  expect(parse({ type, body: 'hi', from: '447700900401', to: '15550100100' }).ignored).toBeDefined()
})
test.each(['', '{', '[]', '"x"', 'null'])('the body %j is malformed', (body) => {
  expect(parse(body).unreadable).toMatchObject([{ code: 'malformed_body' }])
})
