import { describe, expect, test } from 'vitest'
import type { CallbackRequest } from '../types'
import { bulksms } from '.'

const TOKEN = 'bs_61f0c7d2'
function post(body: string, target = `/cb?secret=${TOKEN}`): CallbackRequest {
  const headers = { 'content-type': 'application/json' }
  return { method: 'POST', url: `https://h.example${target}`, headers, rawBody: Buffer.from(body) }
}
const MESSAGE = {
  id: '1674811778896240640',
  type: 'SENT',
  from: '15550100100',
  to: '447700900701',
  numberOfParts: 2,
  creditCost: 2.5,
  submission: { date: '2026-03-02T10:15:00Z' },
  status: { id: 'DELIVERED.null', type: 'DELIVERED', subtype: null },
  userSuppliedId: 'ord-41',
}
const parse = (...messages: unknown[]) => bulksms.parse(post(JSON.stringify(messages)))
const read = (change: Record<string, unknown>) => parse({ ...MESSAGE, ...change }).receipts[0]!
const status = (word: string) => {
  const [type, subtype = null] = word.split('.')
  return { status: { id: `${type}.${subtype}`, type, subtype } }
}

describe('secret', () => {
  const verify = (target: string, token = TOKEN) => bulksms.verify(post('[]', target), { token }, { now: 0 })
  test('in the query or as last part of the path', () => {
    expect(verify(`/cb?secret=${TOKEN}`)).toEqual({ ok: true })
    expect(verify(`/cb/${TOKEN}`)).toEqual({ ok: true })
    expect(verify(`/cb?a=1&secret=${TOKEN}&b=2`)).toEqual({ ok: true })
  })
  test.each([
    '/cb',
    '/cb?secret=',
    '/cb?secret=bs_61f0c7d3',
    `/cb?token=${TOKEN}`,
    `/cb?secret=${TOKEN}x`,
    `/${TOKEN}/cb`,
  ])('%s is refused', (target) => {
    expect(verify(target)).toMatchObject({ ok: false, code: 'token_wrong' })
  })
  test('that was never set lets nobody in', () => {
    expect(verify('/cb?secret=', '')).toMatchObject({ ok: false })
    expect(bulksms.verify(post('[]', '/cb?secret='), {}, { now: 0 })).toMatchObject({ ok: false })
  })
})

describe('parse', () => {
  test('reads what a message says, and neither credits as money nor the submission as the event', () => {
    expect(parse(MESSAGE).receipts).toEqual([
      {
        providerMessageId: '1674811778896240640',
        status: 'delivered',
        rawStatus: 'DELIVERED',
        failureClass: null,
        errorCode: null,
        recipient: '+447700900701',
        sender: '+15550100100',
        occurredAt: null,
        clientReference: 'ord-41',
        segments: 2,
      },
    ])
  })

  test('an id that is a number of 19 digits keeps its digits', () => {
    const body = JSON.stringify([MESSAGE]).replace('"1674811778896240640"', '1674811778896240641')
    expect(bulksms.parse(post(body)).receipts[0]?.providerMessageId).toBe('1674811778896240641')
  })

  test.each(bulksms.statuses.map(({ word, status: canonical }) => [word, canonical]))('%s is %s', (word, canonical) => {
    expect(read(status(word))).toMatchObject({ status: canonical, rawStatus: word })
  })

  test.each(bulksms.errors.map((entry) => [entry.code, entry.failureClass]))('code %s is %s', (code, failureClass) => {
    expect(read(status(code))).toMatchObject({ errorCode: code, failureClass })
    expect(bulksms.explain(code)?.failureClass).toBe(failureClass)
  })

  test('only a failure has a subtype', () => {
    expect(read({ status: { type: 'SENT', subtype: 'null' } })).toMatchObject({ status: 'sent', rawStatus: 'SENT' })
    expect(read({ status: { type: 'DELIVERED', subtype: 'X' } })).toMatchObject({ status: 'delivered' })
    expect(read({ status: { type: 'FAILED', subtype: 'null' } })).toMatchObject({
      rawStatus: 'FAILED',
      errorCode: null,
    })
  })
  test('a reference that is too long to be one costs no receipt', () => {
    expect(read({ userSuppliedId: 'x'.repeat(256) })).not.toHaveProperty('clientReference')
  })
  test('a failure without a subtype, or with one that came later, is a failure', () => {
    expect(read(status('FAILED'))).toMatchObject({ status: 'failed', errorCode: null, failureClass: 'unknown' })
    expect(read(status('FAILED.NEW'))).toMatchObject({
      status: 'failed',
      rawStatus: 'FAILED.NEW',
      errorCode: 'FAILED.NEW',
      failureClass: 'unknown',
    })
  })

  test('each message is judged alone', () => {
    const parsed = parse(
      MESSAGE,
      'x',
      { ...MESSAGE, id: null },
      { ...MESSAGE, ...status('LOST') },
      { ...MESSAGE, id: '2' },
    )
    expect(parsed.receipts.map((it) => it.providerMessageId)).toEqual(['1674811778896240640', '2'])
    expect(parsed.unreadable.map(({ item, code }) => [item, code])).toEqual([
      [1, 'malformed_body'],
      [2, 'missing_field'],
      [3, 'unknown_status'],
    ])
    expect(parsed.unreadable[2]?.receipt).toMatchObject({ rawStatus: 'LOST', recipient: '+447700900701' })
  })

  test('the test call and inbound texts ask for nothing', () => {
    for (const parsed of [parse(), parse({ ...MESSAGE, type: 'RECEIVED', relatedSentMessageId: '1' })]) {
      expect(parsed).toMatchObject({ receipts: [], unreadable: [], ignored: expect.any(String) })
    }
  })

  test.each(['', '{', '{}', JSON.stringify(MESSAGE), '1'])('%.20s is no list', (body) => {
    expect(bulksms.parse(post(body)).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })

  test.each([{ status: undefined }, { status: 'DELIVERED' }, { status: {} }, { id: '' }])(
    '%j misses a field',
    (change) => {
      expect(parse({ ...MESSAGE, ...change }).unreadable).toMatchObject([{ code: 'missing_field' }])
    },
  )

  test.each([0, -1, 1.5, '2', null])('%j is no number of parts', (numberOfParts) => {
    expect(read({ numberOfParts })).not.toHaveProperty('segments')
  })
})
