import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { outcomeOf, unsound } from '@/test/fuzz/unsound'
import { ADAPTERS, findAdapter } from './registry'
import type { Adapter, CallbackRequest } from './types'

const SECRETS = {
  authToken: 'a',
  signatureSecret: 'b',
  token: 'c',
  signingSecret: 'whsec_bGFuZGVkLWZpeHR1cmUtc2VjcmV0LTI0Qg==',
}

/** Everything that callers rely on, whatever was sent. */
function expectSound(adapter: Adapter, request: CallbackRequest): void {
  const outcome = outcomeOf(adapter, request, SECRETS, { now: Date.UTC(2026, 0, 1) })
  expect(unsound(outcome)).toBeUndefined()
  expect(adapter.parse({ ...request })).toEqual(outcome.parsed)
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

describe.each(Object.values(ADAPTERS))('$id', (adapter) => {
  test('makes something sound of anything', () => {
    fc.assert(
      fc.property(request, (sent) => expectSound(adapter, sent)),
      { numRuns: 1000 },
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
    'vonage-messages': {
      message_uuid: 'u1',
      status: 'rejected',
      to: '447700900123',
      from: 'ACME',
      client_ref: 'o1',
      channel: 'sms',
      timestamp: '2025-03-04T14:16:02.770Z',
    },
    plivo: {
      MessageUUID: 'u1',
      Status: 'undelivered',
      ErrorCode: '80',
      To: '447700900123',
      From: 'ACME',
      DeliveryReportTime: '2025-03-04 14:16:02.345678',
      Units: '2',
      TotalAmount: '0.0110',
      MCC: '234',
      MNC: '10',
    },
    kannel: { ref: 'o1', d: '2', A: 'stat:EXPIRED err:027', p: '+447700900123', P: 'ACME', T: '1772446504', F: '4711' },
    jasmin: {
      id: 'm1',
      level: '2',
      message_status: 'UNDELIV',
      connector: '4711',
      id_smsc: '4711',
      donedate: '2603021015',
      err: '011',
      text: 'hi',
    },
    smpp: {
      text: 'id:4711 done date:2603021015 stat:EXPIRED err:027 text:',
      receipted_message_id: 'm1',
      message_state: '3',
      network_error_code: '03001b',
      source_addr: '447700900123',
      destination_addr: 'ACME',
      esm_class: '4',
      smsc: 'acme-1',
      received_at: '2026-03-02T10:15:04Z',
      time_zone: 'UTC',
      client_reference: 'o1',
    },
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
    return ['landed', 'vonage-sms', 'vonage-messages'].includes(id)
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
