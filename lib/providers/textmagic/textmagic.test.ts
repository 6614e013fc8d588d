import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { textmagic } from '.'

const TOKEN = 'tm_7c10be52'
function post(body: string | Buffer, type: string, target = `/cb?token=${TOKEN}`): CallbackRequest {
  return {
    method: 'POST',
    url: `https://h.example${target}`,
    headers: { 'content-type': type },
    rawBody: Buffer.from(body),
  }
}
type Values = Record<string, string>
const form = (values: Values) => post(new URLSearchParams(values).toString(), 'application/x-www-form-urlencoded')
const json = (values: Record<string, unknown>) => post(JSON.stringify(values), 'application/json; charset=utf-8')
const multipart = (values: Values) => {
  const parts = Object.entries(values).map(
    ([name, value]) => `--b1\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
  )
  return post(`${parts.join('')}--b1--\r\n`, 'multipart/form-data; boundary=b1')
}
const FORMATS = [
  ['multipart', multipart],
  ['form', form],
  ['JSON', json],
] as const
const BODY = { message_id: '141', timestamp: '1772446508', status: 'd', credits_cost: '0.5' }
const read = (change: Values) => textmagic.parse(form({ ...BODY, ...change })).receipts[0]!

describe('token', () => {
  const verify = (target: string, token = TOKEN) => textmagic.verify(post('', '', target), { token }, { now: 0 })
  test('in the query or as last part of the path', () => {
    expect(verify(`/cb?token=${TOKEN}`)).toEqual({ ok: true })
    expect(verify(`/cb/${TOKEN}`)).toEqual({ ok: true })
  })
  test('wrong, missing or never set, also for HEAD', () => {
    for (const path of ['/cb?token=nope', '/cb', '/cb?token='])
      expect(verify(path)).toMatchObject({ code: 'token_wrong' })
    expect(verify('/cb?token=', '')).toMatchObject({ ok: false })
    expect(textmagic.verify({ ...form(BODY), method: 'HEAD' }, {}, { now: 0 })).toMatchObject({ ok: false })
  })
})

test('HEAD tries the URL and must be answered with 200', () => {
  expect(textmagic.methods).toContain('HEAD')
  expect(textmagic.reply.status).toBe(200)
  const head = { method: 'HEAD', url: `https://h.example/cb?token=${TOKEN}`, headers: {}, rawBody: Buffer.alloc(0) }
  expect(textmagic.parse(head)).toEqual({ receipts: [], unreadable: [], ignored: expect.any(String) })
})

describe('parse', () => {
  test.each(FORMATS)('%s', (_, make) => {
    expect(textmagic.parse(make(BODY)).receipts).toEqual([
      {
        providerMessageId: '141',
        status: 'delivered',
        rawStatus: 'd',
        failureClass: null,
        errorCode: null,
        recipient: null,
        sender: null,
        occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8),
      },
    ])
  })
  test('JSON numbers', () => {
    expect(textmagic.parse(json({ message_id: 141, timestamp: 1772446508, status: 'd' })).receipts).toMatchObject([
      { providerMessageId: '141', occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8) },
    ])
  })

  const letters = textmagic.statuses.filter(({ word }) => word.length === 1)
  test.each(letters.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(read({ status: word })).toMatchObject({ status, rawStatus: word })
  })
  test('the table has every letter; another one is unknown, not failed', () => {
    expect(letters).toHaveLength(10)
    expect(read({ status: 'x' })).toMatchObject({ status: 'unknown', rawStatus: 'x', errorCode: 'x' })
    expect(read({ status: 'D' }).status).toBe('unknown')
  })

  test.each(textmagic.errors.map((entry) => [entry.code, entry.failureClass]))('%s is %s', (code, failureClass) => {
    expect(read({ status: code })).toMatchObject({ errorCode: code, failureClass })
    expect(textmagic.explain(code)?.failureClass).toBe(failureClass)
  })
  test('letters that are no failure are no code', () => {
    for (const status of ['s', 'q', 'r', 'a', 'b', 'd']) {
      expect(read({ status })).toMatchObject({ errorCode: null, failureClass: null })
    }
  })

  test.each(FORMATS)('an inbound text asks for nothing: %s', (_, make) => {
    const inbound = { message_id: '9', timestamp: '1772446508', from: '447700900123', text: 'STOP' }
    expect(textmagic.parse(make(inbound))).toMatchObject({ receipts: [], unreadable: [], ignored: expect.any(String) })
  })

  test.each([
    [{ ...BODY, message_id: '' }, 'missing_field'],
    [{ ...BODY, status: '' }, 'missing_field'],
    [{ ...BODY, timestamp: 'soon' }, 'invalid_time'],
    [{ ...BODY, timestamp: '0' }, 'invalid_time'],
  ])('%j is %s', (body, code) => {
    for (const [, make] of FORMATS) {
      expect(textmagic.parse(make(body))).toMatchObject({ receipts: [], unreadable: [{ code }] })
    }
  })
  test.each([
    ['--b1', 'multipart/form-data; boundary=b1', 'malformed_body'],
    ['message_id=1&status=%', 'application/x-www-form-urlencoded', 'malformed_body'],
    ['[]', 'application/json', 'malformed_body'],
    ['{', 'application/json', 'malformed_body'],
    ['status=d', 'text/plain', 'wrong_content_type'],
    ['status=d', 'multipart/form-data', 'wrong_content_type'],
  ])('%s as %s is %s', (body, type, code) => {
    expect(textmagic.parse(post(body, type))).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
})
