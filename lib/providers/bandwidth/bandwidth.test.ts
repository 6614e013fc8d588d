import { describe, expect, test } from 'vitest'
import { refusalStatus } from '../refusalStatus'
import type { CallbackRequest, Secrets } from '../types'
import { bandwidth } from '.'
import { STATUS_BY_CODE } from './statuses'

const BASIC = { username: 'bw-callback', password: 'Made:Up-Passwörd 7' }
const GOOD = `Basic ${Buffer.from(`${BASIC.username}:${BASIC.password}`).toString('base64')}`

function post(body: unknown, headers: Record<string, string> = {}, path = '/cb'): CallbackRequest {
  const rawBody = Buffer.from(typeof body === 'string' ? body : JSON.stringify(body))
  return { method: 'POST', url: `https://h.example${path}`, headers, rawBody }
}
const verify = (request: CallbackRequest, secrets: Secrets) => bandwidth.verify(request, secrets, { now: 0 })

const MESSAGE = {
  id: '14762070468292kw2fuqty550a1',
  owner: '+12025550123',
  time: '2025-03-04T14:15:58.100Z',
  segmentCount: 2,
  direction: 'out',
  to: ['+12025550123'],
  from: '+13125550101',
  text: '',
  tag: 'order-42',
}
const EVENT = { type: 'message-delivered', time: '2025-03-04T14:16:02.345Z', to: '+12025550123', message: MESSAGE }
const parse = (...events: unknown[]) => bandwidth.parse(post(events))
const read = (change: object, message: object = {}) =>
  parse({ ...EVENT, ...change, message: { ...MESSAGE, ...message } }).receipts[0]!

describe('user name and password', () => {
  const given = (authorization: string) => verify(post([], { authorization }), BASIC)
  test('UTF-8, only the first colon separates, the scheme in any case', () => {
    expect(GOOD).toBe('Basic YnctY2FsbGJhY2s6TWFkZTpVcC1QYXNzd8O2cmQgNw==')
    expect(given(GOOD)).toEqual({ ok: true })
    expect(given(GOOD.replace('Basic', 'bASIC'))).toEqual({ ok: true })
  })
  test.each([
    `Basic ${Buffer.from('bw-callback:Made:Up-Passwörd 8').toString('base64')}`,
    `Basic ${Buffer.from('bw-callback:Made:Up-Passwörd 7', 'latin1').toString('base64')}`,
    `Basic ${Buffer.from('bw-callback').toString('base64')}`,
    'Basic ',
  ])('%s is refused', (authorization) => {
    expect(given(authorization)).toMatchObject({ code: 'credentials_wrong' })
  })

  test('a first request without them is answered 401 and asked for them', () => {
    const verdict = verify(post([], {}, '/cb/t0ken'), { ...BASIC, token: 't0ken' })
    expect(verdict).toMatchObject({ ok: false, code: 'credentials_missing' })
    expect(refusalStatus('credentials_missing')).toBe(401)
    expect(bandwidth.challenge?.['www-authenticate']).toMatch(/^Basic realm="[^"]+", charset="UTF-8"$/)
  })

  test('a user name without a password lets nobody in', () => {
    const authorization = `Basic ${Buffer.from('bw-callback:').toString('base64')}`
    expect(verify(post([], { authorization }), { username: 'bw-callback' })).toMatchObject({ ok: false })
  })
})

describe('token', () => {
  test('in the path or in the query, while there is no user name', () => {
    expect(verify(post([], {}, '/cb/t0ken'), { token: 't0ken' })).toEqual({ ok: true })
    expect(verify(post([], {}, '/cb?token=t0ken'), { token: 't0ken' })).toEqual({ ok: true })
    expect(verify(post([], {}, '/cb/t0ken2'), { token: 't0ken' })).toMatchObject({ code: 'token_wrong' })
  })
  test('with nothing set, nobody is let in', () => {
    expect(verify(post([], { authorization: GOOD }, '/cb/'), {}).ok).toBe(false)
  })
})

describe('parse', () => {
  test('reads everything that an event says', () => {
    expect(parse({ ...EVENT, carrierName: 'AT&T' }).receipts).toEqual([
      {
        providerMessageId: MESSAGE.id,
        messageKey: `${MESSAGE.id}:+12025550123`,
        status: 'delivered',
        rawStatus: 'message-delivered',
        failureClass: null,
        errorCode: null,
        recipient: '+12025550123',
        sender: '+13125550101',
        occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2, 345),
        clientReference: 'order-42',
        segments: 2,
        carrierName: 'AT&T',
      },
    ])
  })

  test.each(bandwidth.statuses.map(({ word, status }) => [word, status]))('%s is %s', (type, status) => {
    expect(read({ type })).toMatchObject({ status, rawStatus: type })
  })

  test.each(bandwidth.errors.map((entry) => [entry.code, entry.failureClass]))(
    'code %s is %s',
    (code, failureClass) => {
      const receipt = read({ type: 'message-failed', errorCode: Number(code) })
      expect(receipt).toMatchObject({ errorCode: code, failureClass, status: STATUS_BY_CODE.get(code) ?? 'failed' })
      expect(bandwidth.explain(code)?.failureClass).toBe(failureClass)
    },
  )

  test('4360 and 5201 expired, of 9902 nobody knows, and only beside a failure', () => {
    const status = (errorCode: number) => read({ type: 'message-failed', errorCode }).status
    expect([4360, 5201, 9902, 4720].map(status)).toEqual(['expired', 'expired', 'unknown', 'failed'])
    expect(read({ errorCode: 9902 })).toMatchObject({ status: 'delivered', failureClass: null })
  })

  test('a code that came later than the table is an unknown failure', () => {
    expect(read({ type: 'message-failed', errorCode: 4799 })).toMatchObject({
      status: 'failed',
      errorCode: '4799',
      failureClass: 'unknown',
    })
    expect(read({ type: 'message-failed', errorCode: 0 })).toMatchObject({ errorCode: null })
  })

  test('recipients of one group do not overwrite each other', () => {
    const to = ['+12025550128', '+12025550129']
    const keys = to.map((each) => read({ to: each }, { to }).messageKey)
    expect(keys).toEqual([`${MESSAGE.id}:+12025550128`, `${MESSAGE.id}:+12025550129`])
  })

  test('the sender is message.from, not message.owner', () => {
    expect(read({}).sender).toBe('+13125550101')
    expect(read({}, { from: '12345' }).sender).toBe('12345')
  })

  test.each([
    ['2025-03-04T14:16:02Z', Date.UTC(2025, 2, 4, 14, 16, 2)],
    ['2025-03-04T14:16:02.345Z', Date.UTC(2025, 2, 4, 14, 16, 2, 345)],
    ['2025-03-04T14:16:02', null],
  ])('time %s', (time, occurredAt) => {
    expect(read({ time }).occurredAt).toBe(occurredAt)
  })

  test('each event is judged alone', () => {
    const parsed = parse(
      EVENT,
      7,
      { ...EVENT, type: 'message-received' },
      { ...EVENT, message: undefined },
      { ...EVENT, to: undefined },
      { ...EVENT, type: 'message-blinked' },
      { ...EVENT, time: 'soon' },
      { ...EVENT, to: '+12025550199' },
    )
    expect(parsed.receipts.map((it) => it.recipient)).toEqual(['+12025550123', '+12025550199'])
    expect(parsed.unreadable.map(({ item, code }) => [item, code])).toEqual([
      [1, 'malformed_body'],
      [3, 'missing_field'],
      [4, 'missing_field'],
      [5, 'unknown_status'],
      [6, 'invalid_time'],
    ])
    expect(parsed.unreadable[3]?.receipt).toMatchObject({ rawStatus: 'message-blinked', recipient: '+12025550123' })
  })

  test.each([
    [{ ...EVENT, type: 'message-received' }],
    [{ ...EVENT, type: 'suggestion-response', message: undefined }],
    [{ ...EVENT, type: 'requested-location-response' }],
    [{ ...EVENT, type: 'message-of-tomorrow', message: { ...MESSAGE, direction: 'in' } }],
  ])('inbound %# asks for nothing', (event) => {
    expect(parse(event)).toMatchObject({ receipts: [], unreadable: [], ignored: expect.any(String) })
  })

  test.each(['', '{', '{}', JSON.stringify(EVENT), '"x"'])('%.20s is no list of events', (body) => {
    expect(bandwidth.parse(post(body)).unreadable).toMatchObject([{ code: 'malformed_body' }])
  })

  test('a tag too long to be a key costs the tag, not the receipt', () => {
    expect(read({}, { tag: 'x'.repeat(1024) })).not.toHaveProperty('clientReference')
  })
})
