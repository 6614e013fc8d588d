import { createHash, createHmac } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CallbackRequest, Secrets } from '../types'
import { vonageSms } from '.'

const SECRET = 'abcdef0123456789'
const NOW = 1741097764_000
const verify = (request: CallbackRequest, secrets: Secrets, now = NOW) => vonageSms.verify(request, secrets, { now })

function get(parameters: Record<string, string>, path = '/cb'): CallbackRequest {
  const query = new URLSearchParams(parameters).toString()
  return { method: 'GET', url: `https://h.example${path}?${query}`, headers: {}, rawBody: Buffer.alloc(0) }
}
function post(type: string, body: string, path = '/cb'): CallbackRequest {
  const headers = { 'content-type': type }
  return { method: 'POST', url: `https://h.example${path}`, headers, rawBody: Buffer.from(body) }
}
const form = (parameters: Record<string, string>) =>
  post('application/x-www-form-urlencoded', new URLSearchParams(parameters).toString())
const json = (parameters: Record<string, unknown>) => post('application/json', JSON.stringify(parameters))

const SAMPLE = { messageId: '0C01', 'client-ref': 'a=1&b=2', status: 'delivered', timestamp: '1741097762' }
const VECTORS = [
  ['md5hash', 'af33c2fcea7c93b642811456797fafb5'],
  ['md5', '250e3a4fc074061f2dbda50f1c1eb2c5'],
  ['sha1', '8da8b62c4197ba7f1a1b5d1de4325074595de59b'],
  ['sha256', '3c1060ace4528bb8fba6f22ad0e89dd4f287fb2816016de0754b79807331b5b7'],
  [
    'sha512',
    '86e7914506dbf10e9071b90aa6f4bd24213fe650c9a476b654591141556906cddfa988dea69fa112c936c17969a5dc5fe6be4d00e9972d6759439469a222d668',
  ],
] as const

describe('signature', () => {
  describe.each(VECTORS)('%s', (signatureAlgorithm, sig) => {
    const secrets = { signatureSecret: SECRET, signatureAlgorithm }
    test.each([
      ['GET', get],
      ['form', form],
      ['JSON', json],
    ])('%s', (_, make) => {
      expect(verify(make({ ...SAMPLE, sig }), secrets)).toEqual({ ok: true })
      expect(verify(make({ ...SAMPLE, sig: sig.toUpperCase() }), secrets)).toEqual({ ok: true })
      expect(verify(make({ ...SAMPLE, status: 'failed', sig }), secrets)).toMatchObject({ code: 'signature_wrong' })
      expect(verify(make(SAMPLE), secrets)).toMatchObject({ code: 'signature_missing' })
    })
  })

  test('is made over all parameters in order of their names, written anew here', () => {
    const parameters = fc.dictionary(
      fc
        .string({ minLength: 1, unit: 'grapheme' })
        .filter((it) => it !== '__proto__' && it !== 'sig' && !/[&=]/.test(it)),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(parameters, fc.constantFrom('md5hash', 'sha256'), (sent, signatureAlgorithm) => {
        const { timestamp: _, ...untimed } = sent
        const text = Object.keys(untimed)
          .sort()
          .reduce((all, name) => `${all}&${name}=${untimed[name]!.replaceAll('&', '_').replaceAll('=', '_')}`, '')
        const sig =
          signatureAlgorithm === 'md5hash'
            ? createHash('md5')
                .update(text + SECRET)
                .digest('hex')
            : createHmac('sha256', SECRET).update(text).digest('hex')
        expect(verify(form({ ...untimed, sig }), { signatureSecret: SECRET, signatureAlgorithm })).toEqual({ ok: true })
      }),
    )
  })

  test('the default algorithm is md5hash', () => {
    expect(verify(get({ ...SAMPLE, sig: VECTORS[0][1] }), { signatureSecret: SECRET }).ok).toBe(true)
  })

  test('age', () => {
    const request = get({ ...SAMPLE, sig: VECTORS[0][1] })
    const signed = 1741097762_000
    const day = 24 * 60 * 60 * 1000
    expect(verify(request, { signatureSecret: SECRET }, signed + day).ok).toBe(true)
    expect(verify(request, { signatureSecret: SECRET }, signed + day + 1)).toMatchObject({ code: 'timestamp_stale' })
    expect(verify(request, { signatureSecret: SECRET }, signed - 6 * 60_000)).toMatchObject({ code: 'timestamp_stale' })
    const short = { signatureSecret: SECRET, maxAgeSeconds: '300' }
    expect(verify(request, short, signed + 300_000).ok).toBe(true)
    expect(verify(request, short, signed + 301_000)).toMatchObject({ code: 'timestamp_stale' })
  })

  test('a body that cannot be read has no signature', () => {
    expect(verify(post('application/json', '{'), { signatureSecret: SECRET })).toMatchObject({
      code: 'signature_missing',
    })
    expect(verify(post('text/plain', 'sig=1'), { signatureSecret: SECRET })).toMatchObject({
      code: 'signature_missing',
    })
  })
})

describe('parameters joined under the same signature', () => {
  const sent = { 'err-code': '9', messageId: '0C01', status: 'failed', timestamp: '1741097762', to: 'ACME' }
  const text = '&err-code=9&messageId=0C01&status=failed&timestamp=1741097762&to=ACME'
  const sig = createHash('md5')
    .update(text + SECRET)
    .digest('hex')
  const secrets = { signatureSecret: SECRET }

  test('as sent', () => expect(verify(get({ ...sent, sig }), secrets)).toEqual({ ok: true }))

  test.each([
    ['the timestamp is gone', { ...sent, timestamp: undefined, to: undefined, 'timestamp=1741097762&to': 'ACME' }],
    ['the code is gone', { ...sent, 'err-code': undefined, messageId: undefined, 'err-code=9&messageId': '0C01' }],
  ])('%s', (_, parameters) => {
    const kept = Object.fromEntries(Object.entries({ ...parameters, sig }).filter(([, value]) => value !== undefined))
    for (const request of [get(kept as Record<string, string>), json(kept)]) {
      expect(verify(request, secrets, NOW + 400 * 86_400_000)).toMatchObject({ code: 'signature_wrong' })
    }
  })
})

describe('token', () => {
  test('in the path or in the query', () => {
    expect(verify(get(SAMPLE, '/cb/s3cret'), { token: 's3cret' }).ok).toBe(true)
    expect(verify(get({ ...SAMPLE, token: 's3cret' }), { token: 's3cret' }).ok).toBe(true)
    expect(verify(get(SAMPLE, '/cb/other'), { token: 's3cret' })).toMatchObject({ code: 'token_wrong' })
  })
  test('is not enough when a signature secret is set', () => {
    const secrets = { token: 's3cret', signatureSecret: SECRET }
    expect(verify(get(SAMPLE, '/cb/s3cret'), secrets)).toMatchObject({ code: 'signature_missing' })
  })
  test('with neither, nothing is let in', () => {
    expect(verify(get(SAMPLE), {}).ok).toBe(false)
    expect(verify(get({ ...SAMPLE, token: '' }, '/cb/'), { token: '' }).ok).toBe(false)
  })
})

describe('parse', () => {
  const receipt = { msisdn: '447700900123', to: 'ACME', messageId: '0C01', status: 'failed', 'err-code': '2' }
  test.each([
    ['GET', get],
    ['form', form],
    ['JSON', json],
  ])('%s', (_, make) => {
    const sent = { ...receipt, 'network-code': '23410', price: '0.0333', 'message-timestamp': '2025-03-04 14:16:02' }
    expect(vonageSms.parse(make(sent)).receipts).toEqual([
      {
        providerMessageId: '0C01',
        status: 'failed',
        rawStatus: 'failed',
        failureClass: 'unreachable_handset',
        errorCode: '2',
        recipient: '+447700900123',
        sender: 'ACME',
        occurredAt: Date.UTC(2025, 2, 4, 14, 16, 2),
        mccmnc: '23410',
        price: '0.0333',
      },
    ])
  })

  test.each([
    [{ 'message-timestamp': '2025-02-31 10:00:00' }, 'invalid_time'],
    [{ 'message-timestamp': '1999-12-31 23:59:59' }, 'invalid_time'],
    [{ 'message-timestamp': '9999-01-01 00:00:00' }, 'invalid_time'],
    [{ 'message-timestamp': '2503041516' }, 'invalid_time'],
    [{ status: 'lost' }, 'unknown_status'],
    [{ status: '' }, 'missing_field'],
    [{ messageId: '' }, 'missing_field'],
    [{ messageId: 'x'.repeat(256) }, 'invalid_value'],
    [{ messageId: 2 ** 60 }, 'invalid_value'],
    [{ messageId: ['a'] }, 'invalid_value'],
  ])('%.70j is %s', (change, code) => {
    const parsed = vonageSms.parse(json({ ...receipt, ...change }))
    expect(parsed).toMatchObject({ receipts: [], unreadable: [{ code, reason: expect.any(String), item: 0 }] })
  })

  test.each(vonageSms.statuses.map(({ word, status }) => [word, status]))('%s is %s', (word, status) => {
    expect(vonageSms.parse(json({ ...receipt, status: word })).receipts[0]).toMatchObject({ status, rawStatus: word })
  })

  test.each(vonageSms.errors.map((entry) => [entry.code, entry.failureClass]))(
    'code %s is %s',
    (code, failureClass) => {
      expect(vonageSms.parse(get({ ...receipt, 'err-code': code })).receipts[0]).toMatchObject({
        errorCode: code,
        failureClass,
      })
      expect(vonageSms.explain(code)?.failureClass).toBe(failureClass)
    },
  )

  test('beside accepted the code is that of a try that goes on', () => {
    const parsed = vonageSms.parse(form({ ...receipt, status: 'accepted', 'err-code': '7' }))
    expect(parsed.receipts[0]).toMatchObject({ status: 'sent', errorCode: null, failureClass: null })
  })

  test('a reference that is too long costs no receipt', () => {
    const parsed = vonageSms.parse(form({ ...receipt, 'client-ref': 'x'.repeat(256) }))
    expect(parsed.receipts[0]).toMatchObject({ status: 'failed' })
    expect(parsed.receipts[0]).not.toHaveProperty('clientReference')
  })

  test('labels that make no sense are left out', () => {
    const parsed = vonageSms.parse(json({ ...receipt, 'network-code': 'Vodafone', price: '12345678901.5' }))
    expect(parsed.receipts[0]).not.toHaveProperty('mccmnc')
    expect(parsed.receipts[0]).not.toHaveProperty('price')
  })

  test('an inbound text is ignored, a status of the other API is named', () => {
    expect(vonageSms.parse(get({ msisdn: '1', to: '2', messageId: '3', text: 'hi' })).ignored).toMatch(/inbound/)
    expect(vonageSms.parse(json({ message_uuid: 'a' })).unreadable[0]!.reason).toMatch(/Messages API/)
  })

  test.each([
    ['application/json', '{"a":', 'malformed_body'],
    ['application/json', '[]', 'malformed_body'],
    ['application/json', '', 'malformed_body'],
    ['application/x-www-form-urlencoded', 'messageId=%1', 'malformed_body'],
    ['text/xml', '<a/>', 'wrong_content_type'],
  ])('%s %s is %s', (type, body, code) => {
    expect(vonageSms.parse(post(type, body)).unreadable[0]!.code).toBe(code)
  })

  test('JSON that is not UTF-8', () => {
    const request = { ...post('application/json', ''), rawBody: Buffer.from([0x7b, 0xff, 0x7d]) }
    expect(vonageSms.parse(request).unreadable[0]!.code).toBe('malformed_body')
  })
})
