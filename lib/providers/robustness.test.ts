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
  if (text.length > longest || /\0|\p{Surrogate}/u.test(text)) expect.fail(`not sound: ${JSON.stringify(text)}`)
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
  })

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
  })
})

test('no adapter answers to names that every object has', () => {
  for (const id of ['constructor', 'toString', '__proto__', '']) expect(findAdapter(id)).toBeUndefined()
})
