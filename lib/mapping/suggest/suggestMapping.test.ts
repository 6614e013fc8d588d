import { describe, expect, test } from 'vitest'
import { emptyMapping } from '@/lib/contracts/emptyMapping'
import { callbackSample } from '@/lib/contracts/mappingApi'
import { guessProof } from './guessProof'
import { guessStatus } from './guessStatus'
import { guessTime } from './guessTime'
import { suggestMapping } from './suggestMapping'

process.env['PUBLIC_URL'] = 'https://landed.test'

function suggest(sample: object, mapping = emptyMapping('X')) {
  return suggestMapping('abc', { mapping, sample: callbackSample.parse(sample) })
}

describe('what a sample looks like', () => {
  test('nested lists of JSON', () => {
    const body = JSON.stringify({
      batches: [
        {
          from: 'ACME',
          reports: [
            {
              message: { id: 'p-1', ref: 'o-7' },
              to: '447700900123',
              state: 'DELIVERED',
              reason: { code: 0 },
              doneAt: '25.11.2026 14:05:09',
            },
          ],
        },
      ],
    })
    const { mapping, guesses } = suggest({ body })
    expect(mapping.items).toEqual({ list: '/batches', inner: '/reports' })
    expect(mapping.fields).toMatchObject({
      messageId: { from: 'json', at: 'item', pointer: '/message/id' },
      clientReference: { pointer: '/message/ref' },
      status: { pointer: '/state' },
      errorCode: { pointer: '/reason/code' },
      recipient: { pointer: '/to' },
      sender: { at: 'outer', pointer: '/from' },
      time: { pointer: '/doneAt' },
    })
    expect(mapping.time).toEqual({ format: 'pattern', pattern: 'dd.MM.yyyy HH:mm:ss', zone: null })
    expect(mapping.statuses).toEqual([{ word: 'DELIVERED', status: 'delivered' }])
    expect(guesses.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['items.list', 'fields.messageId', 'fields.status', 'time', 'statuses']),
    )
  })

  test('a form', () => {
    const { mapping } = suggest({
      body: 'message_id=7&status=undelivered&msisdn=447700900123&err=27&timestamp=1795612000',
    })
    expect(mapping.items).toBeNull()
    expect(mapping.fields).toEqual({
      messageId: { from: 'form', name: 'message_id' },
      status: { from: 'form', name: 'status' },
      recipient: { from: 'form', name: 'msisdn' },
      errorCode: { from: 'form', name: 'err' },
      time: { from: 'form', name: 'timestamp' },
    })
    expect(mapping.time).toEqual({ format: 'unix_s' })
    expect(mapping.statuses).toEqual([{ word: 'undelivered', status: 'undelivered' }])
  })

  test('the query of a GET', () => {
    const { mapping } = suggest({ method: 'GET', target: '?id=7&status=2&to=%2B447700900123' })
    expect(mapping.methods).toEqual(['GET'])
    expect(mapping.fields).toMatchObject({
      messageId: { from: 'query', name: 'id' },
      recipient: { from: 'query', name: 'to' },
    })
    // A number says nothing by itself.
    expect(mapping.statuses).toEqual([])
  })

  test('what is said already stays as it is', () => {
    const said = { ...emptyMapping('X'), fields: { status: { from: 'form' as const, name: 'mine' } } }
    const { mapping } = suggest({ body: 'status=ok&id=1' }, said)
    expect(mapping.fields).toEqual({ ...said.fields, messageId: { from: 'form', name: 'id' } })
  })

  test('nothing of nothing', () => {
    expect(suggest({ body: '' }).guesses).toEqual([])
    expect(suggest({ body: '{"a":' }).mapping.items).toBeNull()
  })
})

test.each([
  ['1795612000', { format: 'unix_s' }],
  ['1795612000123', { format: 'unix_ms' }],
  ['2026-11-25T14:05:09Z', { format: 'iso', zone: null }],
  ['2026-11-25 14:05:09', { format: 'pattern', pattern: 'yyyy-MM-dd HH:mm:ss', zone: null }],
  ['25/11/2026 14:05:09', { format: 'pattern', pattern: 'dd/MM/yyyy HH:mm:ss', zone: null }],
  ['11/25/2026 14:05:09', { format: 'pattern', pattern: 'MM/dd/yyyy HH:mm:ss', zone: null }],
  ['2611251405', { format: 'pattern', pattern: 'yyMMddHHmm', zone: null }],
  ['soon', null],
])('the time %s', (value, format) => {
  expect(guessTime(value)).toEqual(format)
})

test.each([
  ['DELIVRD', 'delivered'],
  ['UNDELIV', 'undelivered'],
  ['not delivered', 'undelivered'],
  ['DELIVERED_TO_NETWORK', 'sent'],
  ['message.sent', 'sent'],
  ['EXPIRED', 'expired'],
  ['REJECTD', 'rejected'],
  ['failed', 'failed'],
  ['enroute', 'sent'],
  ['queued', 'queued'],
  ['4', null],
  [`deliv${'x'.repeat(200_000)}`, null],
])('the word %.30s', (word, status) => {
  expect(guessStatus(word)).toBe(status)
})

test.each<[Record<string, string>, object | null]>([
  [{ 'webhook-id': 'a', 'webhook-signature': 'v1,x' }, { kind: 'standard_webhooks' }],
  [{ authorization: 'Basic dTpw' }, { kind: 'basic' }],
  [{ authorization: 'Bearer x' }, { kind: 'bearer' }],
  [{ 'x-api-key': 'x' }, { kind: 'header_token', header: 'x-api-key' }],
  [
    { 'x-hub-signature-256': `sha256=${'0a'.repeat(32)}` },
    { kind: 'hmac', algorithm: 'sha256', encoding: 'hex', prefix: 'sha256=', signed: '{body}', timestamp: null },
  ],
  [
    { 'x-signature': Buffer.alloc(20, 255).toString('base64'), 'x-timestamp': '1795612000' },
    {
      ...{ kind: 'hmac', algorithm: 'sha1', encoding: 'base64', signed: '{timestamp}.{body}' },
      timestamp: { from: 'header', name: 'x-timestamp', unit: 's', toleranceSeconds: 300 },
    },
  ],
  [
    { 'pelican-signature': `t=1795612000,v1=${'0a'.repeat(32)}` },
    {
      kind: 'hmac',
      element: 'v1',
      encoding: 'hex',
      timestamp: { from: 'element', name: 't', unit: 's', toleranceSeconds: 300 },
    },
  ],
  [{ 'content-type': 'application/json' }, null],
])('the headers %j', (headers, proof) => {
  if (proof) expect(guessProof(headers)).toMatchObject(proof)
  else expect(guessProof(headers)).toBeNull()
})
