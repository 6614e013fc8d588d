import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { Webhook } from 'standardwebhooks'
import { describe, expect, test } from 'vitest'
import { generateSecret } from '../generateSecret'
import type { CallbackRequest } from '../types'
import { landed } from '.'

const SECRET = generateSecret('landed', 'signingSecret')
const NOW = Date.UTC(2026, 2, 2, 10, 15, 10)

interface Options {
  id?: string
  at?: number
  secrets?: string[]
}
function signed(body: string, { id = 'evt_1', at = NOW, secrets = [SECRET] }: Options = {}): CallbackRequest {
  const signatures = secrets.map((secret) => new Webhook(secret).sign(id, new Date(at), body))
  return {
    method: 'POST',
    url: 'https://h.example/api/callbacks/landed/c1',
    headers: {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(at / 1000)),
      'webhook-signature': signatures.join(' '),
    },
    rawBody: Buffer.from(body),
  }
}
const verify = (request: CallbackRequest, signingSecret = SECRET) =>
  landed.verify(request, { signingSecret }, { now: NOW })
const parse = (body: unknown) => landed.parse(signed(JSON.stringify(body)))

describe('signature, against the reference library', () => {
  test('accepts what it signs and refuses anything else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.stringMatching(/^[\w-]{1,40}$/), (body, id) => {
        const request = signed(body, { id })
        expect(verify(request)).toEqual({ ok: true })
        expect(verify({ ...request, rawBody: Buffer.from(`${body} `) })).toMatchObject({ code: 'signature_wrong' })
        expect(verify({ ...request, headers: { ...request.headers, 'webhook-id': `${id}x` } }).ok).toBe(false)
        expect(verify(request, generateSecret('landed', 'signingSecret')).ok).toBe(false)
      }),
    )
  })

  test('one of several signatures is enough, however the headers were joined', () => {
    const other = generateSecret('landed', 'signingSecret')
    const request = signed('{}', { secrets: [other, SECRET] })
    expect(verify(request).ok).toBe(true)
    const joined = { ...request.headers, 'webhook-signature': request.headers['webhook-signature']!.replace(' ', ', ') }
    expect(verify({ ...request, headers: joined }).ok).toBe(true)
    expect(verify(signed('{}', { secrets: [other] })).ok).toBe(false)
  })

  test('the example of docs/landed-format.md', () => {
    const page = readFileSync('docs/landed-format.md', 'utf8')
    const [, secret, id, timestamp, body, signature] =
      /secret `(\S+)`, id `(\S+)`, timestamp `(\d+)` and the body `(\S+)` .* `webhook-signature: (\S+)`/.exec(page)!
    const headers = { 'webhook-id': id!, 'webhook-timestamp': timestamp!, 'webhook-signature': signature! }
    const request = { ...signed('{}'), headers, rawBody: Buffer.from(body!) }
    expect(landed.verify(request, { signingSecret: secret! }, { now: Number(timestamp) * 1000 })).toEqual({ ok: true })
  })

  test('only v1 counts', () => {
    const request = signed('{}')
    const headers = {
      ...request.headers,
      'webhook-signature': request.headers['webhook-signature']!.replace('v1,', 'v2,'),
    }
    expect(verify({ ...request, headers }).ok).toBe(false)
  })

  test.each([
    [-300_000, true],
    [300_000, true],
    [-301_000, false],
    [301_000, false],
  ])('a timestamp %i ms off: %s', (off, ok) => {
    expect(verify(signed('{}', { at: NOW + off }))).toMatchObject(ok ? { ok } : { ok, code: 'timestamp_stale' })
  })

  test.each(['webhook-id', 'webhook-timestamp', 'webhook-signature'])('without %s', (name) => {
    const request = signed('{}')
    expect(verify({ ...request, headers: { ...request.headers, [name]: '' } })).toMatchObject({
      code: 'signature_missing',
    })
  })

  test('a connection without a secret accepts nothing', () => {
    expect(landed.verify(signed('{}'), {}, { now: NOW }).ok).toBe(false)
    expect(verify(signed('{}'), 'whsec_').ok).toBe(false)
  })
})

describe('parse', () => {
  const receipt = { providerMessageId: 'm1', status: 'failed' }

  test('a reference alone is enough; the class defaults to what the status says', () => {
    expect(parse({ clientReference: 'o1', status: 'expired', purpose: 'code' }).receipts).toEqual([
      {
        providerMessageId: null,
        clientReference: 'o1',
        status: 'expired',
        rawStatus: 'expired',
        failureClass: 'expired',
        errorCode: null,
        recipient: null,
        sender: null,
        occurredAt: null,
        purpose: 'code',
      },
    ])
  })

  test('a class beside a success is dropped', () => {
    const sent = { ...receipt, status: 'delivered', failureClass: 'throttled' }
    expect(parse(sent).receipts[0]!.failureClass).toBeNull()
  })

  test('each item of a list is judged by itself', () => {
    const parsed = parse({
      receipts: [receipt, { ...receipt, status: 'lost' }, 7, { ...receipt, providerMessageId: 'm2' }],
    })
    expect(parsed.receipts.map((it) => it.providerMessageId)).toEqual(['m1', 'm2'])
    expect(parsed.unreadable.map(({ item, code }) => [item, code])).toEqual([
      [1, 'unknown_status'],
      [2, 'malformed_body'],
    ])
  })

  test('an empty list is nothing to do', () => {
    expect(parse({ receipts: [] })).toEqual({ receipts: [], unreadable: [], ignored: expect.any(String) })
  })

  test.each([
    [{ status: undefined }, 'missing_field', 'status'],
    [{ status: 'Delivered' }, 'unknown_status', '"Delivered"'],
    [{ status: 7 }, 'unknown_status', '7'],
    [{ providerMessageId: undefined }, 'missing_field', 'clientReference'],
    [{ providerMessageId: 'x'.repeat(10_000) }, 'invalid_value', 'providerMessageId'],
    [{ providerMessageId: 'a\0' }, 'invalid_value', 'providerMessageId'],
    [{ providerMessageId: '\ud800' }, 'invalid_value', 'providerMessageId'],
    [{ occurredAt: '2026-03-02T10:15:04' }, 'invalid_time', 'occurredAt'],
    [{ occurredAt: '1970-01-01T00:00:00Z' }, 'invalid_time', 'occurredAt'],
    [{ occurredAt: '9999-12-31T23:59:59Z' }, 'invalid_time', 'occurredAt'],
    [{ occurredAt: 1741097762 }, 'invalid_time', 'occurredAt'],
    [{ recipient: '07700 900123' }, 'invalid_value', 'recipient'],
    [{ price: '1e3' }, 'invalid_value', 'price'],
    [{ price: 0.05 }, 'invalid_value', 'price'],
    [{ currency: 'euro' }, 'invalid_value', 'currency'],
    [{ segments: 0 }, 'invalid_value', 'segments'],
    [{ mccmnc: '1' }, 'invalid_value', 'mccmnc'],
    [{ purpose: 'spam' }, 'invalid_value', 'purpose'],
    [{ failureClass: 'bad_luck' }, 'invalid_value', 'failureClass'],
  ])('%.60j is %s', (change, code, words) => {
    expect(parse({ ...receipt, ...change })).toEqual({
      receipts: [],
      unreadable: [{ code, reason: expect.stringContaining(words), item: 0 }],
    })
  })

  test.each([
    ['text/plain', '{}', 'wrong_content_type'],
    ['', '{}', 'wrong_content_type'],
    ['application/json', '{"status":"sent"', 'malformed_body'],
    ['application/json', '[]', 'malformed_body'],
    ['application/json', '{"receipts":{}}', 'invalid_value'],
    ['application/json', '['.repeat(100_000), 'malformed_body'],
  ])('%s %.20s is %s', (type, body, code) => {
    const request = signed(body)
    expect(landed.parse({ ...request, headers: { 'content-type': type } }).unreadable[0]!.code).toBe(code)
  })
})
