import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { mmg } from '.'

function post(body: unknown): CallbackRequest {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', url: 'https://h.example/cb/t', headers, rawBody: Buffer.from(JSON.stringify(body)) }
}
const BODY = {
  reference: '90317745',
  CID: '9a3e5b10-4c1d-4f6e-a1b2-77c0de000001',
  MSISDN: '447700900201',
  status: '3',
  substatus: '5',
  deliverytime: '2026-07-05 17:01:07',
}
const parse = (change: Record<string, unknown>) => mmg.parse(post({ ...BODY, ...change }))
const read = (change: Record<string, unknown>) => parse(change).receipts[0]!

test('user name and password, or the token', () => {
  const secrets = { username: 'u', password: 'p', token: 't' }
  expect(mmg.verify(post(BODY), secrets, { now: 0 })).toMatchObject({ ok: false, code: 'credentials_missing' })
  expect(mmg.verify(post(BODY), { token: 't' }, { now: 0 })).toEqual({ ok: true })
})

describe('parse', () => {
  test('reads what a receipt says', () => {
    expect(parse({}).receipts).toEqual([
      {
        providerMessageId: BODY.CID,
        clientReference: BODY.CID,
        status: 'delivered',
        rawStatus: '3/5',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900201',
        sender: null,
        occurredAt: Date.UTC(2026, 6, 5, 16, 1, 7),
      },
    ])
  })

  const words = mmg.statuses.filter(({ word }) => /^\d/.test(word))
  test.each(words.map(({ word, status }) => [word, status]))('status %s is %s', (word, status) => {
    const [group, detail] = word.split('/')
    expect(read({ status: group, substatus: detail })).toMatchObject({ status, rawStatus: word, errorCode: null })
    expect(read({ status: Number(group), substatus: detail && Number(detail) })).toMatchObject({
      status,
      rawStatus: word,
    })
  })
  test('the table has every group', () => {
    expect(words).toHaveLength(6)
  })

  test.each(mmg.errors.map((entry) => [entry.code, entry.failureClass]))('%s is %s', (code, failureClass) => {
    const [status, substatus] = code.split('/')
    const expected = code === '4/29' ? 'expired' : failureClass
    expect(read({ status, substatus })).toMatchObject({ errorCode: code, failureClass: expected })
    expect(mmg.explain(code)?.failureClass).toBe(failureClass)
  })
  test('the table has every pair', () => {
    expect(mmg.errors).toHaveLength(31)
  })

  test('the same substatus means other things under another status', () => {
    expect(read({ status: 4, substatus: 13 }).failureClass).toBe('landline_or_incapable')
    expect(read({ status: 5, substatus: 13 }).failureClass).toBe('sender_rejected')
  })

  test.each([
    [
      { status: '3', substatus: '7' },
      { status: 'unknown', rawStatus: '3/7', errorCode: '3/7' },
    ],
    [
      { status: '9', substatus: '1' },
      { status: 'unknown', rawStatus: '9', errorCode: '9/1' },
    ],
    [
      { status: '9', substatus: null },
      { status: 'unknown', rawStatus: '9', errorCode: null },
    ],
    [
      { status: '2', substatus: '77' },
      { status: 'undelivered', errorCode: '2/77', failureClass: 'unknown' },
    ],
    [
      { status: '4', substatus: '' },
      { status: 'expired', errorCode: null, failureClass: 'expired' },
    ],
  ])('what no table has: %j', (change, expected) => {
    expect(read(change)).toMatchObject(expected)
  })

  test.each([
    ['2026-03-29 00:59:59', '2026-03-29T00:59:59.000Z'],
    ['2026-03-29 02:00:00', '2026-03-29T01:00:00.000Z'],
    ['2026-10-25 00:59:59', '2026-10-24T23:59:59.000Z'],
    ['2026-10-25 02:00:00', '2026-10-25T02:00:00.000Z'],
    ['2026-07-05T17:01:07+0200', '2026-07-05T15:01:07.000Z'],
  ])('%s in the UK is %s', (deliverytime, utc) => {
    expect(read({ deliverytime }).occurredAt).toBe(Date.parse(utc))
  })
  test.each([undefined, null, '', 'soon', '1970-01-01 00:00:00', '2026-02-31 10:00:00'])(
    '%j is no time',
    (deliverytime) => {
      expect(read({ deliverytime })).toMatchObject({ status: 'delivered', occurredAt: null })
    },
  )

  test.each([
    [{ CID: undefined }, 'missing_field'],
    [{ status: undefined }, 'missing_field'],
    [{ status: '' }, 'missing_field'],
    [{ status: ['3'] }, 'invalid_value'],
  ])('%j is %s', (change, code) => {
    expect(parse(change)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
  test('a list is no receipt', () => {
    expect(mmg.parse(post([BODY])).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })
})
