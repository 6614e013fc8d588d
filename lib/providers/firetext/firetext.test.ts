import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { firetext } from '.'

function post(body: string, type = 'application/x-www-form-urlencoded'): CallbackRequest {
  const headers = { 'content-type': type }
  return { method: 'POST', url: 'https://h.example/cb/t', headers, rawBody: Buffer.from(body) }
}
const parse = (body: string) => firetext.parse(post(body))
const read = (rest: string) => parse(`mobile=447700900211&reference=r-1&${rest}`).receipts[0]!

test('user name and password, or the token', () => {
  const secrets = { username: 'u', password: 'p', token: 't' }
  expect(firetext.verify(post(''), secrets, { now: 0 })).toMatchObject({ ok: false, code: 'credentials_missing' })
  expect(firetext.verify(post(''), { token: 't' }, { now: 0 })).toEqual({ ok: true })
})

describe('parse', () => {
  test('reads what a receipt says, with a raw space in its time', () => {
    expect(parse('mobile=447700900211&status=0&code=000&time=2026-03-02 10:17:00&reference=r-1').receipts).toEqual([
      {
        providerMessageId: 'r-1',
        clientReference: 'r-1',
        status: 'delivered',
        rawStatus: '0',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900211',
        sender: null,
        occurredAt: Date.UTC(2026, 2, 2, 10, 17),
      },
    ])
  })

  test.each([
    ['0', 'delivered'],
    ['1', 'undelivered'],
    ['2', 'sent'],
    ['3', 'unknown'],
    ['delivered', 'unknown'],
  ])('status %s is %s', (word, status) => {
    expect(read(`status=${word}`)).toMatchObject({ status, rawStatus: word })
  })

  const codes = firetext.errors.filter(({ code }) => code !== '000')
  test.each(codes.map((entry) => [entry.code, entry.failureClass]))('code %s is %s', (code, failureClass) => {
    expect(read(`status=1&code=${code}`)).toMatchObject({ errorCode: code, failureClass })
    expect(read(`status=2&code=${code}`)).toMatchObject({ status: 'sent', errorCode: code, failureClass: null })
    expect(firetext.explain(code)?.failureClass).toBe(failureClass)
  })
  test('the table has every code', () => {
    expect(firetext.errors).toHaveLength(10)
    expect(firetext.explain('000')?.failureClass).toBe('unreachable_handset')
  })

  test('declined with "no error" is a phone that was not reached; with no code or a new one nobody knows', () => {
    expect(read('status=1&code=000')).toMatchObject({
      status: 'undelivered',
      errorCode: null,
      failureClass: 'unreachable_handset',
    })
    expect(read('status=1')).toMatchObject({ errorCode: null, failureClass: 'unknown' })
    expect(read('status=1&code=')).toMatchObject({ errorCode: null, failureClass: 'unknown' })
    expect(read('status=1&code=777')).toMatchObject({ errorCode: '777', failureClass: 'unknown' })
    expect(read('status=7&code=000')).toMatchObject({ status: 'unknown', errorCode: null, failureClass: 'unknown' })
    expect(read('status=2&code=000')).toMatchObject({ status: 'sent', errorCode: null, failureClass: null })
  })

  test.each([
    ['2026-07-10+15:17:00', '2026-07-10T14:17:00.000Z'],
    ['2026-03-29+00:30:00', '2026-03-29T00:30:00.000Z'],
    ['2026-03-29+02:30:00', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25+00:30:00', '2026-10-24T23:30:00.000Z'],
    ['2026-10-25+02:30:00', '2026-10-25T02:30:00.000Z'],
    ['2026-07-10T15:17:00%2B0200', '2026-07-10T13:17:00.000Z'],
    ['2026-07-10 15:17:00+0200', '2026-07-10T13:17:00.000Z'],
    ['2026-07-10 15:17:00-05:00', '2026-07-10T20:17:00.000Z'],
    ['2026-07-10T15:17:00Z', '2026-07-10T15:17:00.000Z'],
  ])('%s is %s', (time, utc) => {
    expect(read(`status=0&time=${time}`).occurredAt).toBe(Date.parse(utc))
  })
  test.each(['', 'soon', '%', '1970-01-01 00:00:00'])('"%s" is no time', (time) => {
    expect(read(`status=0&time=${time}`)).toMatchObject({ status: 'delivered', occurredAt: null })
  })

  test.each([
    ['status=0', 'missing_field'],
    ['reference=r-1', 'missing_field'],
    ['reference=&status=0', 'missing_field'],
    ['reference=%ff&status=0', 'invalid_value'],
  ])('%s is %s', (body, code) => {
    expect(parse(body)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
  test('a body of another type', () => {
    expect(firetext.parse(post('{}', 'application/json')).unreadable).toMatchObject([{ code: 'wrong_content_type' }])
  })
})
