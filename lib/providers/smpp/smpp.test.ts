import { readFileSync } from 'node:fs'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest, Secrets } from '../types'
import { smpp } from '.'
import { STATES } from './statuses'

const SECRET = `whsec_${Buffer.from('a test secret of 24 bytes').toString('base64')}`
const OTHER = `whsec_${Buffer.from('another secret, 24 bytes').toString('base64')}`
const NOW = Date.UTC(2026, 2, 2, 10, 15, 10)
const URL_ = 'https://h.example/api/callbacks/smpp/c1'

function post(body: unknown, url = `${URL_}/tok`): CallbackRequest {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: 'POST', url, headers: { 'content-type': 'application/json' }, rawBody: Buffer.from(text) }
}
function signed(request: CallbackRequest, at = NOW, secret = SECRET): CallbackRequest {
  const signature = new Webhook(secret).sign('msg_1', new Date(at), request.rawBody.toString())
  const headers = {
    ...request.headers,
    'webhook-id': 'msg_1',
    'webhook-timestamp': String(Math.floor(at / 1000)),
    'webhook-signature': signature,
  }
  return { ...request, headers }
}
const form = (text: string): CallbackRequest => ({
  ...post(text),
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
})
const get = (query: string): CallbackRequest => ({ ...post(''), method: 'GET', url: `${URL_}?${query}` })
const read = (item: unknown) => smpp.parse(post(item)).receipts[0]!
const GOOD = { receipted_message_id: 'm1', message_state: 2 }

describe('verify', () => {
  const verify = (request: CallbackRequest, secrets: Secrets) => smpp.verify(request, secrets, { now: NOW })
  const both = { signingSecret: SECRET, token: 'tok' }

  test('without a signing secret the token is what counts', () => {
    expect(verify(post(GOOD), { token: 'tok' })).toEqual({ ok: true })
    expect(verify(get('token=tok&id=1'), { token: 'tok' })).toEqual({ ok: true })
    expect(verify(post(GOOD), { token: 'tak' })).toMatchObject({ code: 'token_wrong' })
    expect(verify(post(GOOD, `${URL_}/`), { token: '' })).toMatchObject({ code: 'token_wrong' })
    expect(verify(post(GOOD), {})).toMatchObject({ code: 'token_wrong' })
  })

  test('with one, the signature is required and the token is not', () => {
    expect(verify(signed(post(GOOD, URL_)), both)).toEqual({ ok: true })
    expect(verify(post(GOOD), both)).toMatchObject({ code: 'signature_missing' })
    expect(verify(signed(post(GOOD), NOW - 301_000), both)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(signed(post(GOOD), NOW, OTHER), both)).toMatchObject({ code: 'signature_wrong' })
  })

  test('the signature of one body does not fit another', () => {
    const { headers } = signed(post(GOOD))
    expect(verify({ ...post({ ...GOOD, message_state: 5 }), headers }, both)).toMatchObject({ code: 'signature_wrong' })
  })

  test('a signed GET lets nothing in: the signature says nothing of its URL', () => {
    const request = signed({ ...get('token=tok&receipted_message_id=1&message_state=2'), rawBody: Buffer.alloc(0) })
    expect(verify(request, both)).toMatchObject({ code: 'signature_missing' })
  })
})

describe('what became of the text', () => {
  test.each([...STATES])('%s is %s', (word, status) => {
    expect(read({ ...GOOD, message_state: word })).toMatchObject({ status, rawStatus: word })
    expect(smpp.statuses).toContainEqual(expect.objectContaining({ word, status }))
  })

  test('as number, decimal text, hex and word', () => {
    for (const state of [5, '5', '0x05', '0X5']) expect(read({ ...GOOD, message_state: state }).rawStatus).toBe('5')
    expect(read({ ...GOOD, message_state: 'undeliverable' })).toMatchObject({
      status: 'undelivered',
      rawStatus: 'undeliverable',
    })
  })

  test.each([10, 255, 'NOROUTE', '0x0a'])('%s is kept for somebody who knows it', (state) => {
    expect(smpp.parse(post({ ...GOOD, message_state: state }))).toMatchObject({
      receipts: [],
      unreadable: [{ code: 'unknown_status', item: 0, receipt: { providerMessageId: 'm1', unrecognised: true } }],
    })
  })

  test('the TLVs win over the text, one by one', () => {
    const text = 'id:t1 stat:DELIVRD err:001 text:'
    expect(read({ text })).toMatchObject({ providerMessageId: 't1', status: 'delivered', errorCode: '001' })
    expect(read({ text, receipted_message_id: 'm1' })).toMatchObject({ providerMessageId: 'm1', status: 'delivered' })
    expect(read({ text, message_state: 5 })).toMatchObject({ providerMessageId: 't1', status: 'undelivered' })
    expect(read({ text, network_error_code: '030006' })).toMatchObject({ errorCode: '6' })
    expect(read({ text, network_error_code: '030000' })).toMatchObject({ errorCode: null })
    expect(read({ text, receipted_message_id: 'm1', message_id: 'mine' })).toMatchObject({ providerMessageId: 'mine' })
  })

  test('a reference of ours is enough, and no id is not', () => {
    expect(read({ client_reference: 'o1', message_state: 2 })).toMatchObject({
      providerMessageId: null,
      clientReference: 'o1',
    })
    expect(smpp.parse(post({ message_state: 2 })).unreadable).toMatchObject([{ code: 'missing_field' }])
  })

  test.each([
    ['0x04', 'undelivered'],
    [4, 'undelivered'],
    ['68', 'undelivered'],
    [32, 'sent'],
    ['0x20', 'sent'],
  ])('esm_class %s: %s', (esm, status) => {
    expect(read({ ...GOOD, message_state: 5, esm_class: esm })).toMatchObject({ status, rawStatus: '5' })
  })

  test.each([0, '0', '0x08', 16, '0x40'])('esm_class %s is no receipt', (esm) => {
    expect(smpp.parse(post({ ...GOOD, esm_class: esm }))).toMatchObject({ receipts: [], unreadable: [], ignored: /./ })
  })
})

describe('codes', () => {
  test.each([
    ['030006', '6'],
    ['0x030006', '6'],
    ['03 00 06', '6'],
    ['03:01:00', '256'],
    ['6', '6'],
    [6, '6'],
    [0, null],
    ['000000', null],
    ['07000B', '0x0000000b'],
    ['020005', '2/5'],
    ['080123', '8/291'],
  ])('network_error_code %s is %s', (sent, errorCode) => {
    expect(read({ ...GOOD, message_state: 5, network_error_code: sent }).errorCode).toBe(errorCode)
  })

  test.each(['65536', '030 06', '03000600', 'x', '-1', 1.5, '0x'])('network_error_code %s is refused', (sent) => {
    expect(smpp.parse(post({ ...GOOD, network_error_code: sent })).unreadable).toMatchObject([
      { code: 'invalid_value' },
    ])
  })

  test('explain answers for every code of the dictionary, and not for other networks', () => {
    for (const { code, ...meaning } of smpp.errors) expect(smpp.explain(code), code).toEqual(meaning)
    for (const code of ['2/5', '', 'nul', '999']) expect(smpp.explain(code)).toBeUndefined()
  })

  test.each(smpp.errors.filter(({ code }) => /^\d+$/.test(code)))('err $code is $failureClass', (entry) => {
    const text = `id:1 stat:UNDELIV err:${entry.code.padStart(3, '0')} text:`
    expect(read({ text }).failureClass).toBe(entry.failureClass)
  })
})

describe('who and where', () => {
  test('the receipt comes from the handset', () => {
    expect(read({ ...GOOD, source_addr: '447700900123', destination_addr: 'ACME' })).toMatchObject({
      recipient: '+447700900123',
      sender: 'ACME',
    })
  })

  test('smsc or route is the route', () => {
    expect(read({ ...GOOD, smsc: 'acme-1', route: 'b' }).route).toBe('acme-1')
    expect(read({ ...GOOD, route: 'b' }).route).toBe('b')
    expect(read(GOOD)).not.toHaveProperty('route')
  })
})

describe('times', () => {
  const at = (item: object) => {
    const { occurredAt } = read({ ...GOOD, ...item })
    return occurredAt === null ? null : new Date(occurredAt).toISOString()
  }
  const text = (done: string) => `id:1 done date:${done} stat:DELIVRD err:000 text:`

  test.each([
    ['2603021016', 'UTC', '2026-03-02T10:16:00.000Z'],
    ['2603021016', '+05:30', '2026-03-02T04:46:00.000Z'],
    ['2603021016', '-0300', '2026-03-02T13:16:00.000Z'],
    ['2603021016', ' 02:00', '2026-03-02T08:16:00.000Z'],
    ['260302101612', 'Europe/Berlin', '2026-03-02T09:16:12.000Z'],
    ['20260702101612', 'Europe/Berlin', '2026-07-02T08:16:12.000Z'],
    // The hour that comes twice, and the one that does not exist.
    ['2610250230', 'Europe/Berlin', '2026-10-25T00:30:00.000Z'],
    ['2603290230', 'Europe/Berlin', '2026-03-29T01:30:00.000Z'],
  ])('%s in %s is %s', (done, zone, expected) => {
    expect(at({ text: text(done), time_zone: zone })).toBe(expected)
  })

  test.each(['0000000000', '2602301016', '2603022500', 'nul', ''])('done date %s is no time', (done) => {
    expect(at({ text: text(done), time_zone: 'UTC' })).toBeNull()
    expect(at({ text: text(done), time_zone: 'UTC', received_at: '2026-03-02T10:00:00Z' })).toBe(
      '2026-03-02T10:00:00.000Z',
    )
  })

  test('without a zone the date says nothing', () => {
    expect(at({ text: text('2603021016') })).toBeNull()
    expect(at({ text: text('2603021016'), received_at: '2026-03-02T10:17:00+01:00' })).toBe('2026-03-02T09:17:00.000Z')
  })

  test('received_at gives back the seconds that the SMSC cut off, and nothing else', () => {
    const zone = { time_zone: 'UTC' }
    expect(at({ text: text('2603021016'), ...zone, received_at: '2026-03-02T10:16:42Z' })).toBe(
      '2026-03-02T10:16:42.000Z',
    )
    expect(at({ text: text('2603021016'), ...zone, received_at: '2026-03-02T11:16:42Z' })).toBe(
      '2026-03-02T10:16:00.000Z',
    )
    expect(at({ text: text('260302101601'), ...zone, received_at: '2026-03-02T10:16:42Z' })).toBe(
      '2026-03-02T10:16:01.000Z',
    )
  })

  test.each([
    [{ time_zone: 'Europe/Atlantis' }, 'invalid_value'],
    [{ time_zone: '\0' }, 'invalid_value'],
    [{ received_at: '2026-03-02T10:16:42' }, 'invalid_time'],
    [{ received_at: 'soon' }, 'invalid_time'],
    [{ received_at: '1970-01-01T00:00:00Z' }, 'invalid_time'],
  ])('%j is %s', (item, code) => {
    expect(smpp.parse(post({ ...GOOD, ...item })).unreadable).toMatchObject([{ code }])
  })
})

describe('shapes', () => {
  test('the same as JSON, as camelCase JSON, as form and as query', () => {
    const item = {
      receipted_message_id: 'm1',
      message_state: '5',
      network_error_code: '030006',
      source_addr: '15550100101',
    }
    const camel = { receiptedMessageId: 'm1', messageState: '5', networkErrorCode: '030006', sourceAddr: '15550100101' }
    const encoded = new URLSearchParams(item).toString()
    const expected = smpp.parse(post(item))
    expect(expected.receipts).toHaveLength(1)
    for (const same of [post(camel), post([item]), post({ receipts: [item] }), form(encoded), get(encoded)])
      expect(smpp.parse(same)).toEqual(expected)
  })

  test('what is said beside the list counts for its items, unless they say otherwise', () => {
    const { receipts } = smpp.parse(
      post({ smsc: 'a', receipts: [GOOD, { ...GOOD, smsc: 'b' }, { ...GOOD, esm_class: 0 }] }),
    )
    expect(receipts.map(({ route }) => route)).toEqual(['a', 'b'])
  })

  test('the query of a POST says nothing: it is not signed', () => {
    const request = post({ text: 'id:1 done date:2603021016 stat:DELIVRD' }, `${URL_}?time_zone=UTC&smsc=evil`)
    expect(smpp.parse(request).receipts[0]).toMatchObject({ occurredAt: null })
    expect(smpp.parse(request).receipts[0]).not.toHaveProperty('route')
  })

  test.each([
    ['', 'malformed_body'],
    ['7', 'malformed_body'],
    ['[7]', 'malformed_body'],
    ['{"receipts":{}}', 'invalid_value'],
    ['{"text":{}}', 'invalid_value'],
    [{ ...GOOD, receipted_message_id: 'a\0' }, 'invalid_value'],
    [{ ...GOOD, esm_class: 256 }, 'invalid_value'],
    [{ receipted_message_id: 'm1' }, 'missing_field'],
    ['['.repeat(100_000), 'malformed_body'],
  ])('%.40j is %s', (body, code) => {
    const entry = { code, reason: expect.any(String) as unknown, item: 0 }
    expect(smpp.parse(post(body))).toEqual({ receipts: [], unreadable: [entry] })
  })

  test('an empty list is nothing to do; other content types are not read', () => {
    expect(smpp.parse(post([]))).toEqual({ receipts: [], unreadable: [], ignored: expect.any(String) as unknown })
    const text = { ...post(GOOD), headers: { 'content-type': 'text/plain' } }
    expect(smpp.parse(text).unreadable).toMatchObject([{ code: 'wrong_content_type' }])
  })
})

test('the examples of docs/smpp-format.md are read as the page says', () => {
  const page = readFileSync('docs/smpp-format.md', 'utf8')
  const [list, tlvs] = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, json]) => json!)
  expect(smpp.parse(post(list!)).receipts).toMatchObject([
    { providerMessageId: '4711001', status: 'delivered', occurredAt: Date.UTC(2026, 2, 2, 9, 16, 4), route: 'acme-1' },
    { providerMessageId: '4711002', status: 'undelivered', errorCode: '006', failureClass: 'unreachable_handset' },
  ])
  expect(read(tlvs)).toMatchObject({ status: 'undelivered', errorCode: '6', recipient: '+447700900123' })
})
