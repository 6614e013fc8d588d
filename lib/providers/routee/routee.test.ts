import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { routee } from '.'

const TOKEN = 'rt_4e88a0c3'
function post(body: unknown, path = `/cb/${TOKEN}`): CallbackRequest {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', url: `https://h.example${path}`, headers, rawBody: Buffer.from(JSON.stringify(body)) }
}
const BODY = {
  messageId: 'b6ba5647-1ebd-49ab-9fd3-5a9cebb20001',
  smsId: 'b6ba5647-1ebd-49ab-9fd3-5a9cebb20101',
  part: 1,
  parts: 1,
  label: 'ops',
  to: '+447700900901',
  from: 'ACME',
  operator: 'Example  Mobile ',
  status: { name: 'Delivered', updatedDate: '2026-03-02T10:15:08Z' },
  message: 'hello',
  latency: 3,
  price: 0.0085,
  direction: 'Outbound',
}
const parse = (change: Record<string, unknown>) => routee.parse(post({ ...BODY, ...change }))
const read = (change: Record<string, unknown>) => parse(change).receipts[0]!
const failed = (detailedStatus: unknown) => read({ status: { name: 'Failed', reason: { detailedStatus } } })

describe('token', () => {
  const verify = (path: string, token = TOKEN) => routee.verify(post(BODY, path), { token }, { now: 0 })
  test('as last part of the path or in the query', () => {
    expect(verify(`/cb/${TOKEN}`)).toEqual({ ok: true })
    expect(verify(`/cb?token=${TOKEN}`)).toEqual({ ok: true })
  })
  test('wrong, missing or never set', () => {
    for (const path of ['/cb/nope', '/cb', '/cb?token=']) expect(verify(path)).toMatchObject({ code: 'token_wrong' })
    expect(verify('/cb/', '')).toMatchObject({ ok: false })
    expect(routee.verify(post(BODY), {}, { now: 0 })).toMatchObject({ ok: false })
  })
})

describe('parse', () => {
  test('reads what a report says: the label is no reference, the operator is one name', () => {
    expect(parse({}).receipts).toEqual([
      {
        providerMessageId: BODY.messageId,
        status: 'delivered',
        rawStatus: 'Delivered',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900901',
        sender: 'ACME',
        occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8),
        segments: 1,
        carrierName: 'Example Mobile',
        price: '0.0085',
      },
    ])
  })

  test('the parts of a long text have one id, and each its own price', () => {
    expect(read({ part: 2, parts: 3 })).toMatchObject({
      providerMessageId: BODY.messageId,
      part: 2,
      parts: 3,
      segments: 3,
      price: '0.0085',
    })
    expect(read({ part: '2', parts: '3' })).toMatchObject({ part: 2, parts: 3 })
  })
  test('a single text has no parts', () => {
    for (const change of [{}, { part: undefined }, { part: null, parts: null }, { parts: undefined }]) {
      expect(read(change)).not.toHaveProperty('part')
    }
    expect(read({ part: null, parts: null })).not.toHaveProperty('segments')
  })
  test.each([
    [{ part: undefined, parts: 2 }, 'missing_field'],
    [{ part: 2, parts: undefined }, 'missing_field'],
    [{ part: 3, parts: 2 }, 'invalid_value'],
    [{ part: 0, parts: 2 }, 'invalid_value'],
    [{ part: 1, parts: 256 }, 'invalid_value'],
    [{ part: 1.5, parts: 2 }, 'invalid_value'],
    [{ part: 'x', parts: 2 }, 'invalid_value'],
  ])('%j cannot be judged: %s', (change, code) => {
    expect(parse(change)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })

  test.each(routee.statuses.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(read({ status: { name: word } })).toMatchObject({ status, rawStatus: word, occurredAt: null })
    expect(read({ status: { status: word, date: '2026-03-02T10:15:08.000+0000' } })).toMatchObject({
      status,
      occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8),
    })
  })

  test.each(routee.errors.map((entry) => [entry.code, entry.failureClass]))('“%s” is %s', (words, failureClass) => {
    expect(failed(words)).toMatchObject({ errorCode: words, failureClass })
    const camel = words.replace(/(?:^| )(\w)/g, (_, letter: string) => letter.toUpperCase())
    expect(failed(`The${camel}Reason`).failureClass).toBe(failureClass)
  })

  test.each([
    ['AbsentSubscriber', 'unreachable_handset'],
    ['SWITCHED  OFF', 'unreachable_handset'],
    ['Sender blacklisted', 'recipient_blocked'],
    ['OptedOut', 'recipient_blocked'],
    ['Gremlins', 'unknown'],
  ])('%s is %s', (detailedStatus, failureClass) => {
    expect(failed(detailedStatus)).toMatchObject({ errorCode: detailedStatus, failureClass })
  })

  test('no reason, or one that only says the status again', () => {
    for (const reason of [undefined, null, 'x', {}, { detailedStatus: null }, { detailedStatus: 'failed' }]) {
      expect(read({ status: { name: 'Failed', reason } })).toMatchObject({ errorCode: null, failureClass: 'unknown' })
    }
    const delivered = { name: 'Delivered', reason: { detailedStatus: 'Delivered' } }
    expect(read({ status: delivered })).toMatchObject({ errorCode: null, failureClass: null })
  })

  test('a time without a zone is none', () => {
    expect(read({ status: { name: 'Sent', updatedDate: '2026-03-02T10:15:08' } }).occurredAt).toBeNull()
  })

  test.each([
    [0.1, '0.1'],
    ['0.0850', '0.0850'],
    [5e-7, '0.0000005'],
    [0, '0'],
    [null, undefined],
    [-1, undefined],
  ])('price %j is %s', (price, expected) => {
    expect(read({ price }).price).toBe(expected)
    expect(read({ price })).not.toHaveProperty('currency')
  })

  test('an inbound text asks for nothing', () => {
    expect(parse({ direction: 'Inbound', status: undefined })).toMatchObject({ receipts: [], unreadable: [] })
  })

  test.each([
    [{ messageId: undefined }, 'missing_field'],
    [{ status: undefined }, 'missing_field'],
    [{ status: {} }, 'missing_field'],
    [{ status: { name: 'Lost' } }, 'unknown_status'],
    [{ status: { name: 'Sent', updatedDate: 'soon' } }, 'invalid_time'],
  ])('%j is %s', (change, code) => {
    expect(parse(change)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
  test('a list is no report', () => {
    expect(routee.parse(post([BODY])).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })
})
