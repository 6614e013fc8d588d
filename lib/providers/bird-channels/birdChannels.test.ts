import { createHash, createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { birdChannels } from '.'

const KEY = 'bird-channel-key-5pT1'
const NOW = 1772446511_000
const TARGET = 'https://h.example/api/callbacks/bird-channels/c1'
const PAYLOAD = {
  id: '7d1e2f33-0000-4000-8000-000000000001',
  sender: { connector: { id: 'c', identifierValue: '+15550100100' } },
  receiver: {
    contacts: [
      { identifierKey: 'emailaddress', identifierValue: 'a@h.example' },
      { identifierKey: 'phonenumber', identifierValue: '+447700900511' },
    ],
  },
  reference: 'ord-88',
  status: 'delivered',
  reason: '',
  direction: 'outgoing',
  lastStatusAt: '2026-03-02T10:15:08.123Z',
  createdAt: '2026-03-02T10:15:00.000Z',
}
function post(body: string, headers: Record<string, string> = {}, url = TARGET): CallbackRequest {
  return { method: 'POST', url, headers, rawBody: Buffer.from(body) }
}
const parse = (change: object, event: unknown = 'sms.outbound') =>
  birdChannels.parse(post(JSON.stringify({ service: 'channels', event, payload: { ...PAYLOAD, ...change } })))
const read = (change: object) => parse(change).receipts[0]!

describe('signature', () => {
  function sign(body: string, url = TARGET, timestamp = '1772446509', key = KEY) {
    const hash = createHash('sha256').update(body).digest()
    const mac = createHmac('sha256', key).update(Buffer.concat([Buffer.from(`${timestamp}\n${url}\n`), hash]))
    return { 'messagebird-signature': mac.digest('base64'), 'messagebird-request-timestamp': timestamp }
  }
  const verify = (request: CallbackRequest, now = NOW, signingSecret = KEY) =>
    birdChannels.verify(request, { signingSecret }, { now })

  test('over timestamp, URL and the bytes of the hash of the body', () => {
    expect(verify(post('{"ä":1}', sign('{"ä":1}')))).toEqual({ ok: true })
    expect(verify(post('{}', sign('{}', `${TARGET}?a=1`), `${TARGET}?a=1`))).toEqual({ ok: true })
  })
  test('anything else is refused', () => {
    const headers = sign('{}')
    expect(verify(post('{} ', headers))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}', headers, `${TARGET}/`))).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}', { ...headers, 'messagebird-request-timestamp': '1772446510' }))).toMatchObject({
      code: 'signature_wrong',
    })
    expect(verify(post('{}', headers), NOW, 'other')).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}', sign('{}', TARGET, '1772446509', '')), NOW, '')).toMatchObject({ code: 'signature_wrong' })
    expect(verify(post('{}'))).toMatchObject({ code: 'signature_missing' })
    const { 'messagebird-signature': signature } = headers
    expect(verify(post('{}', { 'messagebird-signature': signature }))).toMatchObject({ code: 'signature_missing' })
  })
  test('within five minutes, both ways', () => {
    const request = post('{}', sign('{}'))
    expect(verify(request, 1772446809_000)).toEqual({ ok: true })
    expect(verify(request, 1772446809_001)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(request, 1772446208_999)).toMatchObject({ code: 'timestamp_stale' })
  })
})

describe('parse', () => {
  test('says what it says', () => {
    expect(read({})).toEqual({
      providerMessageId: PAYLOAD.id,
      status: 'delivered',
      rawStatus: 'delivered',
      failureClass: null,
      errorCode: null,
      recipient: '+447700900511',
      sender: '+15550100100',
      occurredAt: Date.UTC(2026, 2, 2, 10, 15, 8, 123),
      clientReference: 'ord-88',
    })
  })
  test.each([
    ['accepted', 'queued'],
    ['processing', 'sending'],
    ['sent', 'sent'],
    ['delivered', 'delivered'],
    ['sending_failed', 'failed'],
    ['delivery_failed', 'undelivered'],
    ['rejected', 'rejected'],
    ['deleted', 'failed'],
    ['skipped', 'failed'],
  ])('%s is %s', (word, status) => {
    expect(read({ status: word }).status).toBe(status)
    expect(birdChannels.statuses).toHaveLength(9)
  })
  test.each([
    [{ code: 12001 }, '12001', 'provider_error'],
    [{ code: 12002 }, '12002', 'content_rejected'],
    [{ code: 12003 }, '12003', 'account_problem'],
    [{ code: 12999 }, '12999', 'provider_error'],
    [{ code: 14007 }, '14007', 'account_problem'],
    [{ code: 15001, source: { code: '34' } }, '15001/34', 'provider_error'],
    [{ code: 15005, source: { code: 1 } }, '15005/1', 'invalid_number'],
    // The row of 15001 is about source code 34; another one says more than "platform error".
    [{ code: 15001, source: { code: '27' } }, '15001/27', 'unreachable_handset'],
    [{ code: 15001, source: { code: '999' } }, '15001/999', 'provider_error'],
    [{ code: 15005 }, '15005', 'invalid_number'],
    [{ code: 15009, source: { code: '27' } }, '15009/27', 'unreachable_handset'],
    [{ code: 15009, source: { code: '103' } }, '15009/103', 'recipient_blocked'],
    [{ code: 15009, source: { code: '12345' } }, '15009/12345', 'unknown'],
    [{ code: 15009 }, '15009', 'unknown'],
    [{ code: 99 }, '99', 'unknown'],
    [{ code: 0 }, null, 'unknown'],
    [null, null, 'unknown'],
  ])('failure %j is %s, %s', (failure, errorCode, failureClass) => {
    expect(read({ status: 'delivery_failed', failure })).toMatchObject({ errorCode, failureClass })
  })
  test('the dictionary explains every code', () => {
    for (const { code, ...meaning } of birdChannels.errors) expect(birdChannels.explain(code)).toEqual(meaning)
    for (const code of ['', '12', '120010', '15009', '16001', '/1']) expect(birdChannels.explain(code)).toBeUndefined()
  })
  test('nothing depends on the shape of the receiver', () => {
    for (const receiver of [undefined, {}, { contacts: 'x' }, { contacts: [null] }]) {
      expect(read({ receiver })).toMatchObject({ status: 'delivered', recipient: null })
    }
    expect(read({ receiver: { contacts: [{ identifierValue: '447700900511' }] } }).recipient).toBe('+447700900511')
    expect(read({ sender: null }).sender).toBeNull()
  })
  test('other events ask for nothing', () => {
    expect(parse({}, 'sms.inbound')).toMatchObject({
      receipts: [],
      unreadable: [],
      ignored: expect.any(String) as string,
    })
  })
  test.each([
    [parse({ status: 'lost' }), 'unknown_status'],
    [parse({ status: undefined }), 'missing_field'],
    [parse({ id: undefined }), 'missing_field'],
    [parse({}, null), 'missing_field'],
    [parse({ lastStatusAt: 'soon' }), 'invalid_time'],
    [birdChannels.parse(post('{"event":"sms.outbound"}')), 'missing_field'],
    [birdChannels.parse(post('[]')), 'malformed_body'],
    [birdChannels.parse(post('{')), 'malformed_body'],
  ])('case %# is %s', (parsed, code) => {
    expect(parsed).toMatchObject({ receipts: [], unreadable: [{ code }] })
  })
})
