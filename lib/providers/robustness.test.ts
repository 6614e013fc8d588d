import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fixtureRequest } from '@/lib/conformance/fixtureRequest'
import { findFixtureFiles } from '@/lib/conformance/findFixtureFiles'
import { readFixture } from '@/lib/conformance/readFixture'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { STATUSES } from '@/lib/status/status'
import { ADAPTERS, findAdapter } from './registry'
import type { Adapter, CallbackRequest, Receipt } from './types'

const SECRETS = {
  authToken: 'a',
  signatureSecret: 'b',
  token: 'c',
  signingSecret: 'whsec_bGFuZGVkLWZpeHR1cmUtc2VjcmV0LTI0Qg==',
}
const YEAR_2000 = Date.UTC(2000, 0, 1)
const YEAR_2101 = Date.UTC(2101, 0, 1)

/** Everything that callers rely on, whatever was sent. */
function expectSound(adapter: Adapter, request: CallbackRequest): void {
  const verdict = adapter.verify(request, SECRETS, { now: Date.UTC(2026, 0, 1) })
  if (!verdict.ok) expectText(verdict.reason, 300)
  const parsed = adapter.parse(request)
  expect(adapter.parse({ ...request })).toEqual(parsed)
  for (const receipt of parsed.receipts) expectReceipt(receipt)
  for (const { code, reason, item } of parsed.unreadable) {
    expect(code).toMatch(/^[a-z_]+$/)
    expectText(reason, 300)
    expect(item).toBeGreaterThanOrEqual(0)
  }
  const nothingToDo = parsed.receipts.length + parsed.unreadable.length === 0
  expect(parsed.ignored !== undefined).toBe(nothingToDo)
}

function expectReceipt(receipt: Receipt): void {
  for (const value of Object.values(receipt)) if (typeof value === 'string') expectText(value, 260)
  expect(STATUSES).toContain(receipt.status)
  expect(receipt.rawStatus).not.toBe('')
  expect([null, ...FAILURE_CLASSES]).toContain(receipt.failureClass)
  expect(receipt.providerMessageId ?? receipt.messageKey ?? receipt.clientReference).toBeTruthy()
  expect(receipt.recipient ?? '+1234567').toMatch(/^\+[1-9]\d{6,14}$/)
  if (receipt.occurredAt === null) return
  expect(receipt.occurredAt).toBeGreaterThanOrEqual(YEAR_2000)
  expect(receipt.occurredAt).toBeLessThan(YEAR_2101)
}

/** What PostgreSQL takes as text: no NUL, no half of a surrogate pair; and not endless. */
function expectText(text: string, longest: number): void {
  if (text.length > longest || /\0|\p{Surrogate}/u.test(text))
    expect.fail(`not sound: ${JSON.stringify(text.slice(0, 300))}`)
}

const contentType = fc.constantFrom(
  'application/x-www-form-urlencoded',
  'application/json',
  'application/json; charset=utf-8',
  'text/plain',
  '',
)
const wire = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1')
const NAMES = [
  'MessageSid',
  'MessageStatus',
  'SmsStatus',
  'To',
  'ErrorCode',
  'messageId',
  'status',
  'msisdn',
  'd',
  'ref',
]
const WORDS = ['sent', 'delivered', 'failed', 'received', '1', '2', '16', '%00', '%ff', '%N', '%ED%A0%80', '\x00', '+1']
const noise = fc.uint8Array({ maxLength: 40 }).map(wire)
const pair = fc
  .tuple(
    fc.oneof(fc.constantFrom(...NAMES, 'A', 'F', 'T', 'P', 'p', 'err', 'sig', 'token'), noise),
    fc.oneof(fc.constantFrom(...WORDS), noise),
  )
  .map(([name, value]) => `${name}=${value}`)
const form = fc.array(pair, { maxLength: 12 }).map((pairs) => pairs.join('&'))
const jsonItem = fc.dictionary(
  fc.oneof(
    fc.constantFrom(
      ...NAMES,
      'providerMessageId',
      'clientReference',
      'occurredAt',
      'receipts',
      'type',
      'data',
      'segments',
    ),
    fc.string(),
  ),
  fc.oneof(fc.constantFrom(...WORDS, '\ud800', '2026-03-02T10:15:04Z'), fc.jsonValue()),
)
const json = fc.oneof(fc.jsonValue(), jsonItem, fc.array(jsonItem), fc.record({ receipts: fc.array(jsonItem) }))
const body = fc.oneof(
  fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
  form.map((text) => Buffer.from(text, 'latin1')),
  json.map((value) => Buffer.from(JSON.stringify(value))),
)
const request: fc.Arbitrary<CallbackRequest> = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  url: fc.oneof(form, noise).map((query) => `https://h.example/api/callbacks/x/y?${query}`),
  headers: fc.record({
    'content-type': contentType,
    'x-twilio-signature': fc.oneof(noise, fc.constant('A'.repeat(28))),
    'webhook-id': noise,
    'webhook-timestamp': fc.oneof(noise, fc.constant('1767225600')),
    'webhook-signature': noise,
  }),
  rawBody: body,
})

const fixtures = await Promise.all((await findFixtureFiles('test/fixtures/providers')).map(readFixture))
const real = fixtures.flatMap((fixture) =>
  'problem' in fixture ? [] : [{ adapter: findAdapter(fixture.adapter)!, request: fixtureRequest(fixture) }],
)

describe.each(Object.values(ADAPTERS))('$id', (adapter) => {
  test('makes something sound of anything', () => {
    fc.assert(
      fc.property(request, (sent) => expectSound(adapter, sent)),
      { numRuns: 3000 },
    )
  }, 60_000)

  test('makes something sound of real callbacks with bytes changed, cut and repeated', () => {
    const own = real.filter((it) => it.adapter === adapter).map((it) => it.request)
    expect(own.length).toBeGreaterThan(5)
    const damage = fc.record({
      request: fc.constantFrom(...own),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      way: fc.constantFrom('replace', 'cut', 'repeat'),
      bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }),
    })
    fc.assert(
      fc.property(damage, ({ request: sent, at, way, bytes }) => {
        const query = sent.url.indexOf('?') + 1
        const url =
          query === 0 ? sent.url : sent.url.slice(0, query) + wire(spoil(Buffer.from(sent.url.slice(query), 'latin1')))
        expectSound(adapter, { ...sent, url, rawBody: spoil(sent.rawBody) })

        function spoil(whole: Buffer): Buffer {
          const position = Math.floor(at * whole.length)
          if (way === 'cut') return whole.subarray(0, position)
          if (way === 'repeat') return Buffer.concat([whole, whole.subarray(position)])
          return Buffer.concat([whole.subarray(0, position), bytes, whole.subarray(position + bytes.length)])
        }
      }),
      { numRuns: 1500 },
    )
  }, 60_000)
})

describe('a good callback with one bad value', () => {
  const GOOD: Record<string, Record<string, string>> = {
    twilio: { MessageSid: 'SM1', MessageStatus: 'failed', To: '+447700900123', From: 'ACME', ErrorCode: '30003' },
    'vonage-sms': {
      messageId: '0C01',
      status: 'failed',
      'err-code': '2',
      msisdn: '447700900123',
      to: 'ACME',
      'client-ref': 'o1',
      'message-timestamp': '2025-03-04 14:16:02',
      'network-code': '23410',
      price: '0.03',
    },
    kannel: { ref: 'o1', d: '2', A: 'stat:EXPIRED err:027', p: '+447700900123', P: 'ACME', T: '1772446504', F: '4711' },
    landed: {
      providerMessageId: 'm1',
      clientReference: 'o1',
      status: 'failed',
      rawStatus: 'FAILED',
      errorCode: '27',
      sender: 'ACME',
      occurredAt: '2026-03-02T10:15:04Z',
      carrierName: 'O2',
      location: 'Leeds',
      campaign: 'spring',
    },
  }
  const BAD = [
    '',
    '\0',
    'a\0b',
    '\ufffd',
    '\ud83d',
    `${'x'.repeat(254)}😀${'y'.repeat(9999)}`,
    'stat:\0 err:\0 text:\0',
  ]
  const BAD_TIMES = ['0', '-1', '1e99', '946684799', '99999999999', '1970-01-01T00:00:00Z', '9999-12-31 23:59:59']
  const cases = Object.entries(GOOD).flatMap(([id, good]) => Object.keys(good).map((field) => ({ id, good, field })))

  test.each(cases)('$id $field', ({ id, good, field }) => {
    const adapter = findAdapter(id)!
    expect(adapter.parse(requestOf(id, good)).receipts).toHaveLength(1)
    for (const bad of [...BAD, ...BAD_TIMES]) expectSound(adapter, requestOf(id, { ...good, [field]: bad }))
  })

  function requestOf(id: string, values: Record<string, string>): CallbackRequest {
    const query = id === 'landed' ? '' : new URLSearchParams(values).toString()
    const json = JSON.stringify(values)
    return id === 'landed' || id === 'vonage-sms'
      ? {
          method: 'POST',
          url: 'https://h.example/x',
          headers: { 'content-type': 'application/json' },
          rawBody: Buffer.from(json),
        }
      : { method: 'GET', url: `https://h.example/x?${query}`, headers: {}, rawBody: Buffer.alloc(0) }
  }
})

test('no adapter answers to names that every object has', () => {
  for (const id of ['constructor', 'toString', '__proto__', '']) expect(findAdapter(id)).toBeUndefined()
})
