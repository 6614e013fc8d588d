import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { kannel } from '.'

const get = (query: string, path = '/api/callbacks/kannel/c1'): CallbackRequest => ({
  method: 'GET',
  url: `https://h.example${path}?${query}`,
  headers: {},
  rawBody: Buffer.alloc(0),
})
const verify = (request: CallbackRequest, token: string) => kannel.verify(request, { token }, { now: 0 })
const read = (query: string) => kannel.parse(get(query)).receipts[0]!

test('the reply is one that Kannel takes for an answer', () => {
  expect(kannel.reply.status).toBe(200)
})

describe('token', () => {
  test('in the query or as last part of the path', () => {
    expect(verify(get('token=abc&d=1'), 'abc').ok).toBe(true)
    expect(verify(get('d=1', '/api/callbacks/kannel/c1/abc'), 'abc').ok).toBe(true)
    expect(verify(get('d=1', '/api/callbacks/kannel/c1/a%20b'), 'a b').ok).toBe(true)
  })
  test('wrong, missing or never set', () => {
    for (const [query, token] of [
      ['token=abd', 'abc'],
      ['', 'abc'],
      ['token=', ''],
    ] as const) {
      expect(verify(get(query, '/api/callbacks/kannel/c1/'), token)).toMatchObject({ ok: false, code: 'token_wrong' })
    }
  })
})

describe('parse', () => {
  test('our reference identifies the message, else the id of the SMSC', () => {
    expect(read('ref=o1&F=4711&d=8')).toMatchObject({
      messageKey: 'ref:o1',
      clientReference: 'o1',
      providerMessageId: '4711',
    })
    expect(read('F=4711&d=8')).toMatchObject({ messageKey: '4711', providerMessageId: '4711' })
    expect(read('ref=o1&F=&d=16')).toMatchObject({ messageKey: 'ref:o1', providerMessageId: null })
  })

  test('a reference that was never filled in does not make one message of all texts', () => {
    expect(kannel.urlSuffix).toContain('&ref=OUR-ID&')
    expect(read('ref=OUR-ID&F=4711&d=8')).toMatchObject({ messageKey: '4711' })
    expect(read('ref=OUR-ID&F=4711&d=8')).not.toHaveProperty('clientReference')
    expect(kannel.parse(get('ref=OUR-ID&F=&d=16')).unreadable).toMatchObject([{ code: 'missing_field' }])
  })

  test.each([
    ['UNDELIV', 'undelivered'],
    ['EXPIRED', 'expired'],
    ['REJECTD', 'rejected'],
    ['DELETED', 'failed'],
    ['UNKNOWN', 'unknown'],
    ['SKIPPED', 'undelivered'],
    ['NOROUTE', 'undelivered'],
    ['DELIVRD', 'undelivered'],
  ])('d=2 with stat:%s is %s', (stat, status) => {
    expect(read(`ref=1&d=2&A=stat:${stat}+err:000`)).toMatchObject({ status, rawStatus: stat, errorCode: null })
  })

  test('a failure without a receipt text', () => {
    expect(read('ref=1&d=2&A=')).toMatchObject({ status: 'undelivered', rawStatus: 'd=2', failureClass: 'unknown' })
  })

  test('the code comes from the NACK, the receipt text, else the three raw bytes', () => {
    expect(read('ref=1&d=16&A=NACK/0x00000058/Throttled')).toMatchObject({
      errorCode: '0x00000058',
      failureClass: 'throttled',
      rawStatus: 'NACK',
    })
    expect(read('ref=1&d=2&A=stat:UNDELIV+err:006&err=%03%00%01')).toMatchObject({ errorCode: '006' })
    expect(read('ref=1&d=2&err=%03%00%1b')).toMatchObject({ errorCode: '27', failureClass: 'unreachable_handset' })
    // Bytes that are no UTF-8, and bytes that the encoding of URLs leaves as they are or writes as "+".
    expect(read('ref=1&d=2&err=%03%00%90')).toMatchObject({ errorCode: '144', failureClass: 'invalid_number' })
    expect(read('err=%03%00%FF&ref=1&d=2')).toMatchObject({ errorCode: '255' })
    expect(read('ref=1&d=2&err=%03%00+')).toMatchObject({ errorCode: '32' })
    expect(read('ref=1&d=2&err=%03%00G')).toMatchObject({ errorCode: '71', failureClass: 'content_rejected' })
    for (const broken of ['%03%00', '%03%00%00%01', '%#smpp#dlr_err#', ''])
      expect(read(`ref=1&d=2&err=${broken}`).errorCode).toBeNull()
    expect(read('ref=1&d=2&err=%03%00%00')).toMatchObject({ errorCode: null })
    // Not a GSM network: 6 is no "absent subscriber" there.
    expect(read('ref=1&d=2&err=%02%00%06')).toMatchObject({ errorCode: '2/6', failureClass: 'unknown' })
    expect(read('ref=1&d=2&A=stat:REJECTD+err:nul')).toMatchObject({ errorCode: null, status: 'rejected' })
  })

  test('the time is %T, else %t, else none', () => {
    expect(read('ref=1&d=1&T=1772446504&t=x').occurredAt).toBe(1772446504000)
    expect(read('ref=1&d=1&t=2026-03-02+10:15:04').occurredAt).toBe(1772446504000)
    expect(read('ref=1&d=1').occurredAt).toBeNull()
  })

  test.each(['3', '%d', '64'])('d=%s is kept with all that was read but its meaning', (kind) => {
    expect(kannel.parse(get(`ref=o1&d=${kind}&F=4711&i=smpp0`))).toEqual({
      receipts: [],
      unreadable: [
        {
          code: 'unknown_status',
          reason: `The status "d=${kind}" is not a known one.`,
          item: 0,
          receipt: expect.objectContaining({
            messageKey: 'ref:o1',
            providerMessageId: '4711',
            rawStatus: `d=${kind}`,
            route: 'smpp0',
            unrecognised: true,
          }) as unknown,
        },
      ],
    })
  })

  test('%i is the route, unless Kannel did not fill it in', () => {
    expect(read('ref=1&d=1&i=smpp0').route).toBe('smpp0')
    expect(read('ref=1&d=1&i=a%00b').route).toBe('ab')
    for (const unfilled of ['', '&i=', '&i=%i', '&i=%25i'])
      expect(read(`ref=1&d=1${unfilled}`)).not.toHaveProperty('route')
  })

  test('raw bytes and NUL in the text are no reason to refuse it', () => {
    const query = `ref=1&d=1&A=id:1+stat:DELIVRD+err:000+text:a%00\xff%N&P=AC%00ME`
    expect(read(query)).toMatchObject({ status: 'delivered', rawStatus: 'DELIVRD', sender: 'ACME' })
  })

  test.each([
    ['ref=1', 'missing_field'],
    ['d=1', 'missing_field'],
    ['ref=1&d=1&T=0', 'invalid_time'],
    ['ref=1&d=1&T=99999999999', 'invalid_time'],
    ['ref=1&d=1&T=soon', 'invalid_time'],
    ['ref=%00&d=1', 'invalid_value'],
    ['ref=%ff&d=1', 'invalid_value'],
    [`ref=${'x'.repeat(256)}&d=1`, 'invalid_value'],
  ])('%.50s is %s', (query, code) => {
    expect(kannel.parse(get(query))).toEqual({
      receipts: [],
      unreadable: [{ code, reason: expect.any(String), item: 0 }],
    })
  })
})

test('explain answers for every code of the dictionary', () => {
  for (const { code, ...meaning } of kannel.errors) expect(kannel.explain(code), code).toEqual(meaning)
})

test('explain knows both kinds of code', () => {
  expect(kannel.explain('027')?.failureClass).toBe('unreachable_handset')
  expect(kannel.explain('0x0000000b')?.name).toBe('ESME_RINVDSTADR')
  expect(kannel.explain('0x0410')?.name).toBe('vendor code')
  expect(kannel.explain('0xc2')?.failureClass).toBe('provider_error')
  for (const code of ['', 'nul', '0x', '999']) expect(kannel.explain(code)).toBeUndefined()
})
