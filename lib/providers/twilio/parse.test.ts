import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { twilio } from '.'
import { explain } from './errors'

function request(type: string | undefined, body: string): CallbackRequest {
  const headers: Record<string, string> = type === undefined ? {} : { 'content-type': type }
  return { method: 'POST', url: 'https://h.example/api/callbacks/twilio/c1', headers, rawBody: Buffer.from(body) }
}
const form = (body: string) => twilio.parse(request('application/x-www-form-urlencoded; charset=UTF-8', body))
const json = (body: unknown) => twilio.parse(request('application/json', JSON.stringify(body)))

describe('form', () => {
  test('reads the old names when the new ones are missing', () => {
    expect(form('SmsSid=SM1&SmsStatus=sent&To=%2B447700900123&From=ACME').receipts).toEqual([
      {
        providerMessageId: 'SM1',
        status: 'sent',
        rawStatus: 'sent',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900123',
        sender: 'ACME',
        occurredAt: null,
      },
    ])
  })

  test.each([
    ['MessageSid=SM1', 'missing_field', 'MessageStatus'],
    ['MessageStatus=sent', 'missing_field', 'MessageSid'],
    ['', 'missing_field', 'MessageStatus'],
    ['MessageSid=SM1&MessageStatus=vanished', 'unknown_status', '"vanished"'],
    ['MessageSid=SM1&MessageStatus=%00', 'unknown_status', '"(empty)"'],
    [`MessageSid=SM1&MessageStatus=${'x'.repeat(9999)}`, 'unknown_status', '(255 characters)'],
    [`MessageSid=${'S'.repeat(10000)}&MessageStatus=sent`, 'invalid_value', 'longer than 255'],
    ['MessageSid=SM%001&MessageStatus=sent', 'invalid_value', 'MessageSid'],
    ['MessageSid=SM%ff1&MessageStatus=sent', 'invalid_value', 'MessageSid'],
    ['MessageSid=SM1&MessageStatus=sent&To=%2', 'malformed_body', '%-escape'],
  ])('%.60s', (body, code, words) => {
    const parsed = form(body)
    expect(parsed.receipts).toEqual([])
    expect(parsed.unreadable).toHaveLength(1)
    expect(parsed.unreadable).toMatchObject([{ code, reason: expect.stringContaining(words), item: 0 }])
    expect(parsed.unreadable[0]!.reason.length).toBeLessThan(200)
  })

  test('another content type is named', () => {
    expect(twilio.parse(request('text/plain', 'MessageSid=SM1&MessageStatus=sent')).unreadable[0]!.code).toBe(
      'wrong_content_type',
    )
  })

  test('an inbound text is no receipt', () => {
    expect(form('MessageSid=SM1&SmsStatus=received&Body=STOP')).toEqual({
      receipts: [],
      unreadable: [],
      ignored: expect.stringContaining('inbound'),
    })
  })

  test('a warning beside delivered is kept as a code and is no failure', () => {
    expect(form('MessageSid=SM1&MessageStatus=delivered&ErrorCode=30018').receipts[0]).toMatchObject({
      errorCode: '30018',
      failureClass: null,
    })
  })
})

describe('Event Streams', () => {
  const event = (type: string, data: Record<string, unknown>) => ({ specversion: '1.0', id: 'EZ1', type, data })
  const data = {
    messageSid: 'SM1',
    messageStatus: 'UNDELIVERED',
    timestamp: '2026-03-02T10:15:04.000Z',
    to: '+447700900123',
    from: '+13125550101',
    errorCode: 30003,
    numberOfSegments: 2,
  }

  test('each event of a list is judged by itself; others than statuses are left alone', () => {
    const parsed = json([
      event('com.twilio.messaging.message.undelivered', data),
      event('com.twilio.messaging.inbound-message.received', { messageSid: 'SM2' }),
      event('com.twilio.messaging.message.sent', { messageStatus: 'SENT' }),
    ])
    expect(parsed.receipts).toEqual([
      {
        providerMessageId: 'SM1',
        status: 'undelivered',
        rawStatus: 'UNDELIVERED',
        failureClass: 'unreachable_handset',
        errorCode: '30003',
        recipient: '+447700900123',
        sender: '+13125550101',
        occurredAt: Date.UTC(2026, 2, 2, 10, 15, 4),
        segments: 2,
      },
    ])
    expect(parsed.unreadable).toEqual([{ code: 'missing_field', reason: expect.any(String), item: 2 }])
  })

  test('a time without a zone could be any hour, and is none', () => {
    const parsed = json(event('com.twilio.messaging.message.sent', { ...data, timestamp: '2026-03-02T10:15:04' }))
    expect(parsed.receipts[0]!.occurredAt).toBeNull()
  })

  test.each(['2026-02-31T10:15:04Z', 'yesterday', '1999-12-31T23:59:59Z', '+012026-03-02T10:15:04Z'])(
    'refuses the time %s',
    (timestamp) => {
      const parsed = json(event('com.twilio.messaging.message.sent', { ...data, timestamp }))
      expect(parsed.unreadable[0]!.code).toBe('invalid_time')
    },
  )

  test.each([[null], [1], ['x'], [[[]]], [{}]])('no event: %j', (body) => {
    expect(json(body).unreadable).toHaveLength(1)
  })

  test('cut-off JSON', () => {
    expect(twilio.parse(request('application/json', '[{"type":')).unreadable[0]!.code).toBe('malformed_body')
  })
})

describe('explain', () => {
  test('knows the table, the ranges that are no outcomes, and nothing else', () => {
    expect(explain('30003')).toEqual({
      failureClass: 'unreachable_handset',
      name: 'Unreachable destination handset',
      permanent: false,
      nextStep: 'wait',
      plain: 'The phone is off, out of reach, or not able to get texts.',
    })
    for (const code of ['30009', '30133', '30445', '63047', '11205']) {
      expect(explain(code)).toMatchObject({ failureClass: 'unknown', nextStep: 'not about this recipient' })
    }
    for (const code of ['', '99999', '030003', '1e4', 'constructor']) expect(explain(code)).toBeUndefined()
  })
})

describe('tables', () => {
  test.each(twilio.statuses.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    for (const sent of [word, word.toUpperCase()]) {
      const receipt = form(`MessageSid=SM1&MessageStatus=${sent}`).receipts[0]
      expect(receipt).toMatchObject({ status, rawStatus: sent })
    }
  })

  test.each(twilio.errors.map((entry) => [entry.code, entry]))('code %s', (code, entry) => {
    const { code: _, ...meaning } = entry
    expect(explain(code)).toEqual(meaning)
    const [from = ''] = code.split('-')
    expect(form(`MessageSid=SM1&MessageStatus=failed&ErrorCode=${from}`).receipts[0]).toMatchObject({
      errorCode: from,
      failureClass: entry.failureClass,
    })
  })
})
