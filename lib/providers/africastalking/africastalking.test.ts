import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { africastalking } from '.'

const TOKEN = 'at_90d1e2f7'
function post(body: string, path = `/cb/${TOKEN}`, type = 'application/x-www-form-urlencoded'): CallbackRequest {
  return {
    method: 'POST',
    url: `https://h.example${path}`,
    headers: { 'content-type': type },
    rawBody: Buffer.from(body),
  }
}
const parse = (body: string) => africastalking.parse(post(body))
const read = (rest: string) => parse(`id=ATXid_1&${rest}`).receipts[0]!

describe('token', () => {
  const verify = (path: string, token = TOKEN) => africastalking.verify(post('', path), { token }, { now: 0 })
  test('as last part of the path or in the query', () => {
    expect(verify(`/cb/${TOKEN}`)).toEqual({ ok: true })
    expect(verify(`/cb?token=${TOKEN}`)).toEqual({ ok: true })
  })
  test('wrong, missing or never set', () => {
    for (const path of ['/cb/nope', '/cb', '/cb?token=', `/cb/${TOKEN}/`]) {
      expect(verify(path)).toMatchObject({ ok: false, code: 'token_wrong' })
    }
    expect(verify('/cb/', '')).toMatchObject({ ok: false })
    expect(africastalking.verify(post(''), {}, { now: 0 })).toMatchObject({ ok: false })
  })
})

describe('parse', () => {
  test('reads what a report says', () => {
    const body = 'id=ATXid_1&status=Success&phoneNumber=%2B447700900801&networkCode=63902&retryCount=0'
    expect(parse(body).receipts).toEqual([
      {
        providerMessageId: 'ATXid_1',
        status: 'delivered',
        rawStatus: 'Success',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900801',
        sender: null,
        occurredAt: null,
        mccmnc: '63902',
      },
    ])
  })

  const words = africastalking.statuses.filter(({ word }) => /^\w+$/.test(word))
  test.each(words.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(read(`status=${word}`)).toMatchObject({ status, rawStatus: word, errorCode: null })
  })
  test('the table has every word; another one is unknown', () => {
    expect(words).toHaveLength(10)
    expect(read('status=Teleported')).toMatchObject({
      status: 'unknown',
      rawStatus: 'Teleported',
      failureClass: 'unknown',
    })
  })

  test.each(africastalking.errors.map((entry) => [entry.code, entry.failureClass]))(
    '%s is %s',
    (code, failureClass) => {
      for (const status of ['Failed', 'Rejected']) {
        expect(read(`status=${status}&failureReason=${code}`)).toMatchObject({ errorCode: code, failureClass })
      }
      expect(africastalking.explain(code.toUpperCase())?.failureClass).toBe(failureClass)
    },
  )

  test('both spellings of one reason', () => {
    for (const reason of ['UserInBlackList', 'UserInBlacklist', 'userinblacklist']) {
      expect(read(`status=Rejected&failureReason=${reason}`)).toMatchObject({
        errorCode: reason,
        failureClass: 'recipient_blocked',
      })
    }
  })

  test('a failure without a reason, or with a new one', () => {
    expect(read('status=Failed&failureReason=')).toMatchObject({ errorCode: null, failureClass: 'unknown' })
    expect(read('status=Failed&failureReason=Gremlins')).toMatchObject({
      errorCode: 'Gremlins',
      failureClass: 'unknown',
    })
    expect(read('status=Expired')).toMatchObject({ errorCode: null, failureClass: 'expired' })
    expect(read('status=AbsentSubscriber')).toMatchObject({ errorCode: null, failureClass: 'unreachable_handset' })
  })

  test.each(['%2B447700900801', '+447700900801', '447700900801'])('phoneNumber=%s', (phoneNumber) => {
    expect(read(`status=Sent&phoneNumber=${phoneNumber}`).recipient).toBe('+447700900801')
  })
  test('no number', () => {
    expect(read('status=Sent').recipient).toBeNull()
  })

  test.each([
    ['63902', { mccmnc: '63902' }],
    ['65010', { mccmnc: '65010' }],
    ['63999', { carrierName: 'Equitel' }],
    ['99999', { carrierName: 'Athena (sandbox)' }],
    ['Athena', {}],
    ['', {}],
  ])('networkCode=%s', (code, expected) => {
    const { mccmnc, carrierName } = read(`status=Sent&networkCode=${code}`)
    expect({ mccmnc, carrierName }).toEqual({ mccmnc: undefined, carrierName: undefined, ...expected })
  })

  test('an inbound text asks for nothing', () => {
    expect(parse('id=1&from=%2B447700900801&to=1234&text=STOP&date=2026-03-02')).toMatchObject({
      receipts: [],
      unreadable: [],
      ignored: expect.any(String),
    })
  })

  test.each([
    ['status=Success', 'missing_field'],
    ['id=1', 'missing_field'],
    ['id=1&status=', 'missing_field'],
    ['id=%00&status=Success', 'invalid_value'],
  ])('%s is %s', (body, code) => {
    expect(parse(body)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
  test('a body of another type', () => {
    const json = post('{}', '/cb', 'application/json')
    expect(africastalking.parse(json).unreadable).toMatchObject([{ code: 'wrong_content_type' }])
  })
})
