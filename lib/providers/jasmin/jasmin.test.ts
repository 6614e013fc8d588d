import { describe, expect, test } from 'vitest'
import { SMPP_STATES } from '../smppStates'
import type { CallbackRequest } from '../types'
import { jasmin } from '.'

const URL_ = 'https://h.example/api/callbacks/jasmin/c1'
const get = (query: string, path = ''): CallbackRequest => ({
  method: 'GET',
  url: `${URL_}${path}?${query}`,
  // Jasmin claims a form with GET too.
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  rawBody: Buffer.alloc(0),
})
const post = (form: string, path = '/tok'): CallbackRequest => ({
  method: 'POST',
  url: URL_ + path,
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  rawBody: Buffer.from(form, 'latin1'),
})
const read = (form: string) => jasmin.parse(post(form)).receipts[0]!
const LEVEL_2 = 'id=m1&level=2&connector=4711&id_smsc=4711&sub=001&dlvrd=001&subdate=2603021015&donedate=2603021016'

test('the reply is the word that Jasmin waits for', () => {
  expect(jasmin.reply).toMatchObject({ status: 200, body: 'ACK/Jasmin' })
})

describe('token', () => {
  const verify = (request: CallbackRequest, token: string) => jasmin.verify(request, { token }, { now: 0 }).ok
  test('in the path or in the query', () => {
    expect(verify(post('id=m1'), 'tok')).toBe(true)
    expect(verify(get('id=m1&level=2', '/tok'), 'tok')).toBe(true)
    expect(verify(post('id=m1', '?token=tok'), 'tok')).toBe(true)
    expect(verify(get('token=tok&id=m1'), 'tok')).toBe(true)
  })
  test('wrong, missing, in the body, or never set', () => {
    expect(verify(post('id=m1'), 'tak')).toBe(false)
    expect(verify(post('token=tok', ''), 'tok')).toBe(false)
    expect(verify(get('token=&id=m1'), '')).toBe(false)
  })
})

describe('parse', () => {
  test('the same by GET and by POST', () => {
    const form = `${LEVEL_2}&message_status=DELIVRD&err=000&text=hello`
    expect(jasmin.parse(get(form))).toEqual(jasmin.parse(post(form)))
  })

  test('level 1 is the answer of the SMSC, with the connector as route', () => {
    expect(read('id=m1&level=1&message_status=ESME_ROK&connector=acme')).toEqual({
      providerMessageId: 'm1',
      status: 'sent',
      rawStatus: 'ESME_ROK',
      failureClass: null,
      errorCode: null,
      recipient: null,
      sender: null,
      occurredAt: null,
      route: 'acme',
    })
    expect(read('id=m1&level=1&message_status=ESME_ROK&connector=unknown')).not.toHaveProperty('route')
  })

  test.each(jasmin.errors.filter(({ code }) => code.startsWith('ESME_')))('level 1 $code is a refusal', (entry) => {
    expect(read(`id=m1&level=1&message_status=${entry.code}`)).toMatchObject({
      status: 'rejected',
      errorCode: entry.code,
      failureClass: entry.failureClass,
    })
  })

  test('a refusal that no table has is a refusal still', () => {
    expect(read('id=m1&level=1&message_status=RESERVEDSTATUS_VENDOR_SPECIFIC')).toMatchObject({
      status: 'rejected',
      errorCode: 'RESERVEDSTATUS_VENDOR_SPECIFIC',
      failureClass: 'unknown',
    })
  })

  test.each([...SMPP_STATES])('level 2 %s is %s', (word, status) => {
    expect(read(`${LEVEL_2}&message_status=${word}&err=000`)).toMatchObject({
      status,
      rawStatus: word,
      errorCode: null,
    })
  })

  test('level 2: the connector is the id of the SMSC, so there is no route; the dates have no zone', () => {
    const receipt = read(`${LEVEL_2}&message_status=UNDELIV&err=011`)
    expect(receipt).toMatchObject({ errorCode: '011', failureClass: 'landline_or_incapable', occurredAt: null })
    expect(receipt).not.toHaveProperty('route')
  })

  test.each(['ND', 'nul', '000', ''])('err=%s is no code', (err) => {
    expect(read(`${LEVEL_2}&message_status=UNDELIV&err=${err}`)).toMatchObject({
      errorCode: null,
      failureClass: 'unknown',
    })
  })

  test.each(['SENT', 'delivrd', 'ESME_ROK'])('level 2 with %s is kept for somebody who knows the word', (word) => {
    const { unreadable } = jasmin.parse(post(`${LEVEL_2}&message_status=${word}`))
    expect(unreadable).toMatchObject([
      { code: 'unknown_status', receipt: { providerMessageId: 'm1', rawStatus: word } },
    ])
  })

  test('bytes that are no UTF-8, and NUL, are no reason to refuse it', () => {
    expect(read(`${LEVEL_2}&message_status=DELIVRD&err=0%00\xff0&text=%ff%00%N`)).toMatchObject({ status: 'delivered' })
  })

  test.each([
    ['level=2&message_status=DELIVRD', 'missing_field'],
    ['id=m1&level=2', 'missing_field'],
    ['id=m1&message_status=DELIVRD', 'missing_field'],
    ['id=m1&level=3&message_status=DELIVRD', 'invalid_value'],
    ['id=%00&level=2&message_status=DELIVRD', 'invalid_value'],
    ['', 'missing_field'],
  ])('%s is %s', (form, code) => {
    const entry = { code, reason: expect.any(String) as unknown, item: 0 }
    expect(jasmin.parse(post(form))).toEqual({ receipts: [], unreadable: [entry] })
  })
})

test('explain answers for every code of the dictionary', () => {
  for (const { code, ...meaning } of jasmin.errors) expect(jasmin.explain(code), code).toEqual(meaning)
  for (const code of ['', 'ND', '0x0000000b', 'ESME_ROK']) expect(jasmin.explain(code)).toBeUndefined()
})
