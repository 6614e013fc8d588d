import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { infobip } from '.'

function post(body: string, headers: Record<string, string> = {}, target = '/cb'): CallbackRequest {
  return { method: 'POST', url: `https://h.example${target}`, headers, rawBody: Buffer.from(body) }
}
const REPORT = {
  bulkId: '2034072219640523072',
  messageId: '20340722196405230001',
  to: '447700900301',
  sender: 'ACME',
  sentAt: '2026-03-02T10:15:03.101+0000',
  doneAt: '2026-03-02T11:15:07.482+0100',
  messageCount: 2,
  mccMnc: '23415',
  price: { pricePerMessage: 0.0312, currency: 'EUR' },
  status: { groupId: 3, groupName: 'DELIVERED', id: 5, name: 'DELIVERED_TO_HANDSET' },
  error: { groupId: 0, groupName: 'Ok', id: 0, name: 'NO_ERROR', permanent: false },
  callbackData: 'order-55',
}
const parse = (...results: unknown[]) => infobip.parse(post(JSON.stringify({ results })))
const read = (change: Record<string, unknown>) => parse({ ...REPORT, ...change }).receipts[0]!
const READ = {
  providerMessageId: '20340722196405230001',
  status: 'delivered',
  rawStatus: 'DELIVERED_TO_HANDSET',
  failureClass: null,
  errorCode: null,
  recipient: '+447700900301',
  sender: 'ACME',
  occurredAt: Date.UTC(2026, 2, 2, 10, 15, 7, 482),
  clientReference: 'order-55',
  segments: 2,
  mccmnc: '23415',
  price: '0.0312',
  pricePerSegment: true,
  currency: 'EUR',
}

describe('proof', () => {
  const verify = (request: CallbackRequest, secrets: Record<string, string>) =>
    infobip.verify(request, secrets, { now: 0 })
  const basic = (text: string) => ({ authorization: `Basic ${Buffer.from(text).toString('base64')}` })

  test('user name and password', () => {
    const secrets = { username: 'infobip-dlr', password: 'h7Wk2Rz9', token: 't' }
    expect(verify(post('{}', { authorization: 'Basic aW5mb2JpcC1kbHI6aDdXazJSejk=' }), secrets)).toEqual({ ok: true })
    expect(verify(post('{}', basic('infobip-dlr:h7Wk2Rz8')), secrets)).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(post('{}', basic('infobip-dlr2:h7Wk2Rz9')), secrets)).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(post('{}', {}, '/cb/t'), secrets)).toMatchObject({ code: 'credentials_missing' })
    expect(verify(post('{}', basic('infobip-dlr:')), { username: 'infobip-dlr' }).ok).toBe(false)
  })

  test.each([
    ['HMAC_SHA_256', 'sha256'],
    ['HMAC_SHA_1', 'sha1'],
    ['HMAC_SHA_224', 'sha224'],
    ['HMAC_SHA_384', 'sha384'],
    ['HMAC_SHA_512', 'sha512'],
    ['HMAC_MD5', 'md5'],
  ])('%s', (signatureAlgorithm, algorithm) => {
    const body = JSON.stringify({ results: [REPORT] })
    const mac = createHmac(algorithm, 'key').update(body).digest()
    const secrets = { signingSecret: 'key', signatureAlgorithm, signatureHeader: 'X-Sig', token: 't' }
    for (const given of [
      mac.toString('hex'),
      mac.toString('hex').toUpperCase(),
      mac.toString('base64'),
      `${algorithm}=${mac.toString('hex')}`,
    ]) {
      expect(verify(post(body, { 'x-sig': given }), secrets)).toEqual({ ok: true })
      expect(verify(post(`${body} `, { 'x-sig': given }), secrets)).toMatchObject({ code: 'signature_wrong' })
      expect(verify(post(body, { 'x-sig': given }), { ...secrets, signingSecret: 'kez' }).ok).toBe(false)
      expect(verify(post(body, { 'x-infobip-signature': given }, '/cb/t'), secrets)).toMatchObject({
        code: 'signature_missing',
      })
    }
  })

  test('HMAC vectors, with the header and the algorithm that stand for empty settings', () => {
    const body = `{"results":[{"bulkId":"2034072219640523072","price":{"pricePerMessage":0.0312,"currency":"EUR"},"status":{"groupId":3,"groupName":"DELIVERED","id":5,"name":"DELIVERED_TO_HANDSET","description":"text"},"error":{"groupId":0,"groupName":"OK","id":0,"name":"NO_ERROR","description":"text","permanent":false},"messageId":"20340722196405230001","to":"447700900301","sender":"ACME","messageCount":1,"platform":{"entityId":"ops","applicationId":"default"},"sentAt":"2026-03-02T10:15:03.101+0000","doneAt":"2026-03-02T10:15:07.482+0000","mccMnc":"23415","callbackData":"order-55"}]}`
    const sha256 = 'd7a55b73cb5c6e025b047d03d76a641a7aaa305d818269b80dd6585760ad5d0e'
    const sha1 = '2458533c616cccafe59e7042ee7bc8d657a3386b'
    const signingSecret = 'ib-hmac-secret-01'
    const request = (signature: string) => post(body, { 'x-infobip-signature': signature })
    expect(verify(request(sha256), { signingSecret })).toEqual({ ok: true })
    expect(verify(request('16Vbc8tcbgJbBH0D12pkGnqqMF2Bgmm4DdZYV2CtXQ4='), { signingSecret })).toEqual({ ok: true })
    expect(verify(request(sha1), { signingSecret, signatureAlgorithm: 'HMAC_SHA_1' })).toEqual({ ok: true })
    expect(verify(request(sha1), { signingSecret }).ok).toBe(false)
    expect(verify(request(sha256), { signingSecret, signatureAlgorithm: 'NONE' }).ok).toBe(false)
  })

  test('bearer token, fixed header, token of the URL', () => {
    const bearer = { bearerToken: 'b', token: 't' }
    expect(verify(post('{}', { authorization: 'Bearer b' }), bearer)).toEqual({ ok: true })
    expect(verify(post('{}', { authorization: 'Bearer c' }, '/cb/t'), bearer).ok).toBe(false)
    const fixed = { headerName: 'X-Own', headerValue: 'v', token: 't' }
    expect(verify(post('{}', { 'x-own': 'v' }), fixed)).toEqual({ ok: true })
    expect(verify(post('{}', { 'x-own': 'w' }), fixed)).toMatchObject({ code: 'credentials_wrong' })
    expect(verify(post('{}', {}, '/cb/t'), fixed)).toMatchObject({ code: 'credentials_missing' })
    expect(verify(post('{}', { 'x-own': '' }), { headerName: 'X-Own' }).ok).toBe(false)
    expect(verify(post('{}', {}, '/cb/t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(post('{}', {}, '/cb?token=t'), { token: 't' })).toEqual({ ok: true })
    expect(verify(post('{}', {}, '/cb/u'), { token: 't' })).toMatchObject({ code: 'token_wrong' })
    expect(verify(post('{}'), {}).ok).toBe(false)
  })
})

describe('statuses', () => {
  const BY_STATUS = {
    queued: [26],
    sent: [3, 7, 2],
    delivered: [5],
    undelivered: [4, 9, 96, 97],
    failed: [31, 98],
    expired: [15],
    unknown: [29],
    rejected: [87, 6, 8, 10, 11, 12, 13, 14, 17, 18, 19, 20, 21, 23, 24, 25, 51, 52, 99, 100],
  }
  test.each(Object.entries(BY_STATUS).flatMap(([status, ids]) => ids.map((id) => [id, status] as const)))(
    'id %i is %s, whatever the group says',
    (id, status) => {
      for (const groupId of [1, 2, 3, 4, 5, 99]) {
        expect(read({ status: { id, groupId, groupName: 'DELIVERED', name: 'ANY' } }).status).toBe(status)
      }
    },
  )

  test.each([
    [1, 'PENDING', 'sent'],
    [2, 'UNDELIVERABLE', 'undelivered'],
    [3, 'DELIVERED', 'sent'],
    [4, 'EXPIRED', 'expired'],
    [5, 'REJECTED', 'rejected'],
    [6, 'NEW_GROUP', 'unknown'],
  ])(
    'an unknown id of group %i (%s) is %s, and so is one with the name of the group alone',
    (groupId, name, status) => {
      expect(read({ status: { id: 777, groupId, groupName: name, name: 'BRAND_NEW' } })).toMatchObject({
        status,
        rawStatus: 'BRAND_NEW',
      })
      expect(read({ status: { id: 777, groupName: name } })).toMatchObject({ status, rawStatus: name })
    },
  )

  test('a status without an id goes by its name', () => {
    expect(read({ status: { name: 'DELIVERED_TO_OPERATOR', groupName: 'DELIVERED' } }).status).toBe('sent')
  })

  test('the dictionary names every one of them', () => {
    const words = infobip.statuses.map(({ word }) => word)
    expect(new Set(words).size).toBe(words.length)
    expect(infobip.statuses.filter(({ word }) => !word.startsWith('('))).toHaveLength(33)
  })
})

describe('codes', () => {
  test('error.id is the code, and makes "expired" more exact', () => {
    const expired = { groupId: 4, groupName: 'EXPIRED', id: 15, name: 'EXPIRED_EXPIRED' }
    const absent = { groupId: 1, id: 27, name: 'EC_ABSENT_SUBSCRIBER', permanent: false }
    expect(read({ status: expired, error: absent })).toMatchObject({
      status: 'expired',
      errorCode: '27',
      failureClass: 'unreachable_handset',
    })
    expect(read({ status: expired })).toMatchObject({ errorCode: 'status:15', failureClass: 'expired' })
    expect(read({ status: expired, error: undefined })).toMatchObject({ errorCode: 'status:15' })
  })

  test('12 as an error is not 12 as a status', () => {
    expect(infobip.explain('12')).toMatchObject({ name: 'EC_ILLEGAL_EQUIPMENT', failureClass: 'recipient_blocked' })
    expect(infobip.explain('status:12')).toMatchObject({ failureClass: 'account_problem' })
    expect(read({ status: { id: 12 } })).toMatchObject({ errorCode: 'status:12', failureClass: 'account_problem' })
    expect(read({ status: { id: 4 }, error: { id: 12 } })).toMatchObject({ errorCode: '12' })
  })

  test('what is no failure has no code of its status', () => {
    expect(read({ status: { id: 7 } })).toMatchObject({ errorCode: null, failureClass: null })
    expect(read({ status: { id: 5 }, error: { id: 32 } })).toMatchObject({ errorCode: '32', failureClass: null })
  })

  test('every failing status has a meaning', () => {
    for (const id of [4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 17, 18, 19, 20, 21, 23, 24, 25, 29, 31, 51, 52, 87, 100]) {
      const { errorCode, failureClass } = read({ status: { id } })
      expect(errorCode).toBe(`status:${id}`)
      expect(infobip.explain(`status:${id}`)?.failureClass).toBe(failureClass)
    }
  })

  test('the dictionary: every code once, explained, with its words', () => {
    expect(infobip.errors).toHaveLength(24 + 4 + 144 + 51)
    expect(new Set(infobip.errors.map(({ code }) => code)).size).toBe(infobip.errors.length)
    for (const { code, ...meaning } of infobip.errors) {
      expect(infobip.explain(code)).toEqual(meaning)
      if (!meaning.name.endsWith('(voice)')) expect(meaning.plain, code).toMatch(/^[A-Z].*\.$/)
    }
  })

  test.each([
    ['1', 'invalid_number', true],
    ['255', 'unknown', false],
    ['628', 'unreachable_handset', true],
    ['1153', 'invalid_number', false],
    ['1162', 'provider_error', false],
    ['608', 'carrier_blocked', false],
    ['2051', 'content_rejected', false],
    ['4100', 'expired', true],
    ['4102', 'provider_error', true],
    ['4138', 'carrier_blocked', null],
    ['4140', 'recipient_blocked', null],
    ['4158', 'sender_rejected', null],
    ['5492', 'throttled', true],
  ])('%s is %s, permanent: %s', (code, failureClass, permanent) => {
    expect(infobip.explain(code)).toMatchObject({ failureClass, permanent })
  })
  test('no guess for others', () => {
    for (const code of ['0', '4145', '4152', '15000', 'status:5', '']) expect(infobip.explain(code)).toBeUndefined()
  })
})

describe('JSON', () => {
  test('reads what a report of v3 says, and its offset without a colon', () => {
    expect(parse(REPORT).receipts).toEqual([READ])
  })
  test('reads the deprecated shape', () => {
    const { sender, messageCount, ...rest } = REPORT
    expect(parse({ ...rest, from: sender, smsCount: messageCount }).receipts).toEqual([READ])
  })
  test('an id of 20 digits that is sent as a number keeps its last digits', () => {
    const body = JSON.stringify({ results: [REPORT] }).replace('"20340722196405230001"', '20340722196405230001')
    expect(infobip.parse(post(body)).receipts).toEqual([READ])
  })
  test('judges each report alone', () => {
    const parsed = parse(REPORT, { ...REPORT, doneAt: 'soon' }, null, { ...REPORT, messageId: undefined }, {}, REPORT)
    expect(parsed.receipts).toEqual([READ, READ])
    expect(parsed.unreadable.map(({ code, item }) => [code, item])).toEqual([
      ['invalid_time', 1],
      ['malformed_body', 2],
      ['missing_field', 3],
      ['missing_field', 4],
    ])
  })
  test.each([
    ['{', 'malformed_body'],
    ['[]', 'malformed_body'],
    ['{}', 'missing_field'],
    ['{"results":{}}', 'missing_field'],
    ['', 'malformed_body'],
  ])('%j is %s', (body, code) => {
    expect(infobip.parse(post(body)).unreadable).toMatchObject([{ code }])
  })
  test('an empty batch and inbound texts ask for nothing', () => {
    expect(parse().ignored).toBeDefined()
    expect(parse({ messageId: 'a', from: '1', to: '2', text: 'hi', receivedAt: REPORT.doneAt }).ignored).toBeDefined()
  })
  test('what makes no sense is left out: network, count, price, currency, a whole document as callback data', () => {
    const odd = { mccMnc: 'n/a', messageCount: 0, price: { pricePerMessage: null }, callbackData: 'x'.repeat(4000) }
    const { clientReference: _, segments: __, mccmnc: ___, price, pricePerSegment, currency, ...rest } = READ
    expect(read(odd)).toEqual(rest)
    expect(read({ price: { pricePerMessage: 0.1 + 0.2, currency: 'euro' } })).toMatchObject({
      price: '0.3',
      pricePerSegment,
    })
    expect([price, currency]).toEqual(['0.0312', 'EUR'])
    expect(read({ doneAt: undefined }).occurredAt).toBeNull()
    expect(read({ doneAt: '2026-03-02T10:15:07' }).occurredAt).toBeNull()
  })
})

describe('XML', () => {
  const report =
    '<price><pricePerMessage>0.0312</pricePerMessage><currency>EUR</currency></price><status><groupId>3</groupId>' +
    '<id>5</id><name>DELIVERED_TO_HANDSET</name></status><error><id>0</id></error><to>447700900301</to>' +
    '<messageId>20340722196405230001</messageId><doneAt>2026-03-02T10:15:07.482+0000</doneAt><mccMnc>23415</mccMnc>' +
    '<messageCount>2</messageCount><callbackData>order-55</callbackData><sender>ACME</sender>'
  const parseXml = (xml: string) => infobip.parse(post(xml, { 'content-type': 'application/xml' }))

  test('both forms, several reports', () => {
    const wrapped = `<?xml version="1.0"?>\n<DeliveryReports><results><result>${report}</result><result>${report}</result></results></DeliveryReports>`
    const repeated = `<SMSReportResponse><results>${report}</results>\n<results>${report.replace('messageCount', 'smsCount').replace('messageCount', 'smsCount')}</results></SMSReportResponse>`
    expect(parseXml(wrapped).receipts).toEqual([READ, READ])
    expect(parseXml(repeated).receipts).toEqual([READ, READ])
    expect(infobip.parse(post(wrapped, { 'content-type': 'application/json' })).receipts).toHaveLength(2)
    expect(parseXml('<DeliveryReports><results/></DeliveryReports>').ignored).toBeDefined()
    const [noise] = parseXml('<DeliveryReports><results>x</results></DeliveryReports>').unreadable
    expect(noise?.code).toBe('malformed_body')
  })

  test('entities, CDATA, comments, attributes, empty elements', () => {
    const odd = report
      .replace('order-55', '<!-- > -->a&amp;b&#38;c&#x26;d<![CDATA[<e>]]>&unknown;')
      .replace('<mccMnc>23415</mccMnc>', '<mccMnc />')
      .replace('<to>', '<to kind="a b">')
    const { receipts } = parseXml(`\ufeff<DeliveryReports><results><result>${odd}</result></results></DeliveryReports>`)
    expect(receipts).toMatchObject([{ clientReference: 'a&b&c&d<e>&unknown;', recipient: '+447700900301' }])
    expect(receipts[0]).not.toHaveProperty('mccmnc')
  })

  test.each([
    ['<!DOCTYPE x [<!ENTITY a "b">]><DeliveryReports/>', 'DOCTYPE'],
    ['<DeliveryReports><results>', 'cut off'],
    ['<DeliveryReports></results>', 'not the open one'],
    ['<DeliveryReports><results><result', 'cut off'],
    ['</a>', 'not the open one'],
    ['<a></a><b></b>', 'no element'],
    ['<!-- -->', 'no element'],
    ['<a>'.repeat(300_000), 'within another'],
    [`<a>${'<b>x</b>'.repeat(100_000)}</a>`, 'no results'],
  ])('%.40s is refused: %s', (xml, words) => {
    const [first, ...more] = parseXml(xml).unreadable
    expect(first?.reason).toContain(words)
    expect(more).toEqual([])
  })

  test('names that every object has mean nothing', () => {
    const odd = '<__proto__><status><id>5</id></status></__proto__><constructor>x</constructor>'
    const xml = `<DeliveryReports><results><result>${odd}</result></results></DeliveryReports>`
    expect(parseXml(xml).unreadable).toMatchObject([{ code: 'missing_field' }])
  })
})
