import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest, Secrets } from '../types'
import { plivo } from '.'

const TOKEN = 'my-test-token'
const MAIN = 'main-token'
const NONCE = '12345'
const BODY = 'To=447700900123&Status=sent'
const URL_HERE = 'https://h.example.com/cb'

function request(method: string, url: string, body = '', headers: Record<string, string> = {}): CallbackRequest {
  const type: Record<string, string> = method === 'POST' ? { 'content-type': 'application/x-www-form-urlencoded' } : {}
  return { method, url, headers: { ...type, ...headers }, rawBody: Buffer.from(body) }
}
const hmac = (text: string, token = TOKEN) => createHmac('sha256', token).update(text).digest('base64')
const v2 = (signature: string, nonce = NONCE) => ({
  'x-plivo-signature-v2': signature,
  'x-plivo-signature-v2-nonce': nonce,
})
const v3 = (signature: string, nonce = NONCE) => ({
  'x-plivo-signature-v3': signature,
  'x-plivo-signature-v3-nonce': nonce,
})
const verify = (it: CallbackRequest, secrets: Secrets = { authToken: TOKEN }) => plivo.verify(it, secrets, { now: 0 })

const V2_TEXT = `${URL_HERE}${NONCE}`
const V3_TEXT = `${URL_HERE}?StatussentTo447700900123.${NONCE}`
const REQUIRED = { authToken: TOKEN, requireV3: 'yes' }
const post = (headers: Record<string, string>, body = BODY, url = URL_HERE) => request('POST', url, body, headers)

describe('vectors', () => {
  test.each([
    [
      'V2: with the port, without the query',
      request('POST', 'https://h.example.com:8443/cb?x=1', 'a=b', v2('M4ixqaJiWjCwObAubXqSB7AUtjoMLPsfVv99ttWoDzo=')),
    ],
    ['V3: a form', post(v3('+30O/bb6pHF13Knvn3NyOn0yUUENhPZjPHuLpr27r3A='))],
    [
      'V3: a query, sorted and decoded, and a form',
      post(v3('L4i2fVPfO0+m+3MWJ51/M9qholazPKLPJJKA/uCj0Ks='), BODY, `${URL_HERE}?b=2&a=1+1`),
    ],
    ['V3: GET', request('GET', `${URL_HERE}?${BODY}`, '', v3('x39FeR1kQBr+6o8wl6bg1Ke/TVeAps3pKE8q+WrkHx0='))],
  ])('%s', (_, good) => {
    expect(verify(good)).toEqual({ ok: true })
    expect(verify(good, { authToken: 'other' })).toMatchObject({ code: 'signature_wrong' })
    expect(verify({ ...good, url: good.url.replace('/cb', '/cb/') })).toMatchObject({ code: 'signature_wrong' })
    expect(verify({ ...good, url: good.url.replace('https', 'http') })).toMatchObject({ code: 'signature_wrong' })
    expect(verify({ ...good, headers: {} })).toMatchObject({ code: 'signature_missing' })
  })

  test.each([
    ['several values of one name, sorted', 'b=2&b=1&a=%C3%A4', `${URL_HERE}?aäb1b2.${NONCE}`],
    ['empty values and names', 'b=&=x&a', `${URL_HERE}?xab.${NONCE}`],
    ['no fields', '', `${URL_HERE}.${NONCE}`],
  ])('V3: %s', (_, body, text) => {
    expect(verify(post(v3(hmac(text)), body))).toEqual({ ok: true })
  })
})

describe('families', () => {
  test('all that are there must fit', () => {
    const wrong = hmac('x')
    expect(verify(post({ ...v2(hmac(V2_TEXT)), ...v3(hmac(V3_TEXT)) }))).toEqual({ ok: true })
    expect(verify(post({ ...v2(wrong), ...v3(hmac(V3_TEXT)) }))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post({ ...v2(hmac(V2_TEXT)), ...v3(wrong) }))).toMatchObject({ code: 'signature_wrong' })
  })

  test('a changed body shows in version 3 and not in version 2, which can be refused', () => {
    const forged = 'To=447700900123&Status=delivered'
    const old = v2(hmac(V2_TEXT))
    expect(verify(post(v3(hmac(V3_TEXT)), forged))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post(old, forged))).toEqual({ ok: true })
    expect(verify(post(old), REQUIRED)).toMatchObject({ code: 'signature_missing' })
    expect(verify(post({ ...old, ...v3(hmac(V3_TEXT)) }), REQUIRED)).toEqual({ ok: true })
    expect(verify(post({ ...old, ...v3(hmac(V3_TEXT)) }, forged), REQUIRED).ok).toBe(false)
  })

  test('a header of version 3 that cannot be checked is no version 3', () => {
    const headers = { ...v2(hmac(V2_TEXT)), 'x-plivo-signature-ma-v3': 'x', 'x-plivo-signature-v3-nonce': NONCE }
    expect(verify(post(headers), REQUIRED)).toMatchObject({ code: 'signature_wrong' })
  })

  test('without its nonce a signature is none', () => {
    expect(verify(post({ 'x-plivo-signature-v2': hmac(URL_HERE) }))).toMatchObject({ code: 'signature_missing' })
    expect(verify(post({ 'x-plivo-signature-v3-nonce': NONCE }))).toMatchObject({ code: 'signature_missing' })
  })

  test('of several signatures in a header one is enough', () => {
    expect(verify(post(v3(`${hmac('x')},${hmac(V3_TEXT)}`)))).toEqual({ ok: true })
    expect(verify(post(v3(`${hmac('x')}, ${hmac(V3_TEXT)}`)))).toEqual({ ok: true })
    expect(verify(post(v3(`${'x,'.repeat(1000)}${hmac(V3_TEXT)}`)))).toMatchObject({ code: 'signature_wrong' })
  })

  test('the nonce cannot take up the end of what was signed', () => {
    const withDot = `${URL_HERE}?StatussentTo447700900123TotalRate0.0055.${NONCE}`
    const whole = post(v3(hmac(withDot)), `${BODY}&TotalRate=0.0055`)
    expect(verify(whole)).toEqual({ ok: true })
    expect(verify(post(v3(hmac(withDot), `0055.${NONCE}`), `${BODY}&TotalRate=0`)).ok).toBe(false)
    expect(verify(post(v2(hmac(`${URL_HERE}/other${NONCE}`), `/other${NONCE}`))).ok).toBe(false)
  })
})

describe('main account', () => {
  const main = (token = MAIN) => ({ 'x-plivo-signature-ma-v3': hmac(V3_TEXT, token) })
  const both = { authToken: TOKEN, mainAccountAuthToken: MAIN }

  test('with both tokens both signatures must fit', () => {
    expect(verify(post({ ...v3(hmac(V3_TEXT)), ...main() }), both)).toEqual({ ok: true })
    expect(verify(post({ ...v3(hmac(V3_TEXT)), ...main('x') }), both)).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post({ ...v3(hmac('x')), ...main() }), both)).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post(v3(hmac(V3_TEXT))), both)).toEqual({ ok: true })
  })

  test('its token alone proves sub-accounts and itself', () => {
    const alone = { mainAccountAuthToken: MAIN }
    expect(verify(post({ ...v3(hmac(V3_TEXT, 'of a sub-account')), ...main() }), alone)).toEqual({ ok: true })
    expect(verify(post(v3(hmac(V3_TEXT, MAIN))), alone)).toEqual({ ok: true })
    expect(verify(post(v3(hmac(V3_TEXT, 'of a sub-account'))), alone)).toMatchObject({ code: 'signature_wrong' })
  })

  test('without any token nobody is let in', () => {
    const empty: Secrets[] = [{}, { authToken: '' }, { authToken: '', mainAccountAuthToken: '' }]
    for (const secrets of empty) {
      expect(verify(post({ ...v3(hmac(V3_TEXT, 'x')), ...v2(hmac(V2_TEXT, 'x')) }), secrets).ok).toBe(false)
    }
  })

  test('the token of a sub-account does not sign for the main account', () => {
    expect(verify(post({ ...main(TOKEN), 'x-plivo-signature-v3-nonce': NONCE }))).toMatchObject({ ok: false })
  })
})

const SAMPLE = {
  MessageUUID: '00000000-0000-11f0-8000-000000000001',
  ParentMessageUUID: '00000000-0000-11f0-8000-00000000ffff',
  Status: 'delivered',
  From: '13125550101',
  To: '447700900123',
  Units: '2',
  PartInfo: '1 of 1',
  TotalRate: '0.0055',
  TotalAmount: '0.0110',
  MCC: '234',
  MNC: '10',
  ErrorCode: '000',
  Sequence: '3',
  QueuedTime: '2025-03-04 14:15:58.100000',
  SentTime: '2025-03-04 14:15:59.200000',
  DeliveryReportTime: '2025-03-04 14:16:02.345678',
}
const formOf = (change: object) => {
  const fields = Object.entries({ ...SAMPLE, ...change }).filter(([, value]) => value !== undefined)
  return new URLSearchParams(fields as [string, string][]).toString()
}
const parse = (change: object = {}) => plivo.parse(request('POST', URL_HERE, formOf(change)))
const read = (change: object = {}) => parse(change).receipts[0]!

describe('parse', () => {
  test.each([
    ['form', request('POST', `${URL_HERE}?Status=failed`, formOf({}))],
    ['GET', request('GET', `${URL_HERE}?${formOf({})}`)],
    ['no content type', { ...request('POST', URL_HERE, formOf({})), headers: {} }],
  ])('%s', (_, sent) => {
    expect(plivo.parse(sent).receipts).toEqual([
      {
        providerMessageId: SAMPLE.MessageUUID,
        status: 'delivered',
        rawStatus: 'delivered',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900123',
        sender: '+13125550101',
        occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2, 345),
        segments: 2,
        price: '0.0110',
        mccmnc: '23410',
      },
    ])
  })

  test.each(plivo.statuses.map(({ word, status }) => [word, status]))('%s is %s', (Status, status) => {
    expect(read({ Status })).toMatchObject({ status, rawStatus: Status })
  })

  test.each(plivo.errors.map((entry) => [entry.code, entry.failureClass]))(
    'code %s is %s',
    (ErrorCode, failureClass) => {
      const receipt = read({ Status: 'undelivered', ErrorCode })
      expect(receipt).toMatchObject({ status: 'undelivered', errorCode: ErrorCode, failureClass })
      expect(plivo.explain(ErrorCode)?.failureClass).toBe(failureClass)
    },
  )

  test.each([
    ['queued', Date.UTC(2025, 2, 4, 14, 15, 58, 100)],
    ['sent', Date.UTC(2025, 2, 4, 14, 15, 59, 200)],
    ['delivered', Date.UTC(2025, 2, 4, 14, 16, 2, 345)],
    ['undelivered', Date.UTC(2025, 2, 4, 14, 16, 2, 345)],
    ['failed', null],
    ['rejected', null],
    ['read', null],
  ])('the time of %s', (Status, occurredAt) => {
    expect(read({ Status }).occurredAt).toBe(occurredAt)
  })

  test('a time that is missing is none, one that is written with its zone is taken at its word', () => {
    expect(read({ DeliveryReportTime: undefined }).occurredAt).toBeNull()
    expect(read({ DeliveryReportTime: '' }).occurredAt).toBeNull()
    expect(read({ DeliveryReportTime: '2025-03-04T15:16:02+01:00' }).occurredAt).toBe(Date.UTC(2025, 2, 4, 14, 16, 2))
  })

  test.each([
    [{ MCC: '310', MNC: '026' }, '310026'],
    [{ MCC: '', MNC: '' }, undefined],
    [{ MCC: '234', MNC: undefined }, undefined],
    [{ MCC: '2341', MNC: '0' }, undefined],
  ])('network %j is %s', (change, mccmnc) => {
    expect(read(change).mccmnc).toBe(mccmnc)
  })

  test('a hidden recipient costs the number, not the receipt', () => {
    expect(read({ To: '4477009*****' })).toMatchObject({ recipient: null, providerMessageId: SAMPLE.MessageUUID })
    expect(read({ From: 'ACME' }).sender).toBe('ACME')
  })

  test.each([
    [{ Status: 'lost' }, 'unknown_status'],
    [{ Status: undefined }, 'missing_field'],
    [{ MessageUUID: '' }, 'missing_field'],
    [{ MessageUUID: 'x'.repeat(300) }, 'invalid_value'],
    [{ DeliveryReportTime: '2025-02-30 10:00:00' }, 'invalid_time'],
  ])('%.60j is %s', (change, code) => {
    expect(parse(change)).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })

  test('an inbound text asks for nothing', () => {
    expect(parse({ Status: undefined, Text: 'hi' })).toMatchObject({
      receipts: [],
      unreadable: [],
      ignored: expect.stringMatching(/inbound/),
    })
  })

  test('what is no form', () => {
    const json = { ...request('POST', URL_HERE, '{}'), headers: { 'content-type': 'application/json' } }
    expect(plivo.parse(json).unreadable).toMatchObject([{ code: 'wrong_content_type' }])
    expect(plivo.parse(request('POST', URL_HERE, 'Status=%1')).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })
})
