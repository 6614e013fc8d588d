import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { mappingDraft, type MappingDraft } from '@/lib/contracts/mapping'
import type { MappingProof } from '@/lib/contracts/mappingProof'
import type { MappingSource } from '@/lib/contracts/mappingSource'
import type { CallbackRequest, Secrets } from '../types'
import { mappedAdapter } from '.'

const NOW = Date.UTC(2026, 10, 25, 13, 0, 0)
const SECONDS = NOW / 1000
const URL_ = 'https://h.example/api/callbacks/custom/abc'
const json = (pointer: string, at: 'item' | 'outer' | 'body' = 'item'): MappingSource => ({ from: 'json', at, pointer })

function post(body: unknown, headers: Record<string, string> = {}, url = URL_): CallbackRequest {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return { method: 'POST', url, headers, rawBody: Buffer.from(text) }
}
function draft(change: Partial<MappingDraft> = {}): MappingDraft {
  const base = mappingDraft.parse({
    ...{ version: 1, provider: 'Pelican' },
    fields: { messageId: json('/id'), status: json('/status') },
    statuses: [
      { word: 'ok', status: 'delivered' },
      { word: 'no', status: 'undelivered' },
    ],
  })
  return { ...base, ...change, fields: { ...base.fields, ...change.fields } }
}
const parse = (change: Partial<MappingDraft>, request: CallbackRequest) => mappedAdapter(draft(change)).parse(request)
const only = (change: Partial<MappingDraft>, request: CallbackRequest) => {
  const parsed = parse(change, request)
  expect(parsed.unreadable).toEqual([])
  expect(parsed.receipts).toHaveLength(1)
  return parsed.receipts[0]!
}
function verify(proof: MappingProof, request: CallbackRequest, secrets: Secrets, now = NOW): string {
  const verdict = mappedAdapter(draft({ proof })).verify(request, secrets, { now })
  return verdict.ok ? 'ok' : verdict.code
}

describe('proof', () => {
  const body = '{"id":"1","status":"ok"}'

  test.each<[MappingProof, Record<string, string>, string, Secrets, string]>([
    [{ kind: 'path_token' }, {}, `${URL_}/t0k`, { token: 't0k' }, 'token_wrong'],
    [{ kind: 'query_token', parameter: 'k' }, {}, `${URL_}?k=t0k`, { token: 't0k' }, 'token_wrong'],
    [{ kind: 'bearer' }, { authorization: 'Bearer t0k' }, URL_, { token: 't0k' }, 'credentials_wrong'],
    [{ kind: 'header_token', header: 'X-Key' }, { 'x-key': 't0k' }, URL_, { token: 't0k' }, 'credentials_wrong'],
    [
      { kind: 'basic' },
      { authorization: `Basic ${Buffer.from('u:p:w').toString('base64')}` },
      URL_,
      { username: 'u', password: 'p:w' },
      'credentials_wrong',
    ],
  ])('%j lets in its secret and nothing else', (proof, headers, url, secrets, code) => {
    const request = post(body, headers, url)
    expect(verify(proof, request, secrets)).toBe('ok')
    for (const [name, value] of Object.entries(secrets))
      for (const wrong of [`${value}x`, value.slice(1), ''])
        expect(verify(proof, request, { ...secrets, [name]: wrong })).toBe(code)
    expect(verify(proof, request, {})).toBe(code)
    const missing = url === URL_ ? code.replace('wrong', 'missing') : code
    expect(verify(proof, post(body), secrets)).toBe(missing)
  })

  const HMAC = {
    ...{
      kind: 'hmac' as const,
      header: 'X-Sig',
      element: null,
      algorithm: 'sha256' as const,
      encoding: 'hex' as const,
    },
    ...{ prefix: '', signed: '{body}', key: 'text' as const, timestamp: null },
  }
  const url = `${URL_}?a=1&q=%20x`
  const signedTexts: Record<string, string> = {
    '{body}': body,
    '{url}{body}': url + body,
    '{method} {path}\n{body}': `POST /api/callbacks/custom/abc\n${body}`,
    '{header:X-Id}.{query:q}.{body}': `n-1. x.${body}`,
  }

  describe.each(['sha1', 'sha256', 'sha512', 'md5'] as const)('HMAC %s', (algorithm) => {
    describe.each(['hex', 'base64', 'base64url'] as const)('%s', (encoding) => {
      test.each(Object.entries(signedTexts))('over %s', (signed, text) => {
        const proof = { ...HMAC, algorithm, encoding, signed, prefix: 'sig=' }
        const signature = `sig=${createHmac(algorithm, 'key').update(text).digest(encoding)}`
        const headers = { 'x-sig': signature, 'x-id': 'n-1' }
        const secrets = { signingSecret: 'key' }
        expect(verify(proof, post(body, headers, url), secrets)).toBe('ok')
        expect(verify(proof, post(body.replace('ok', 'no'), headers, url), secrets)).toBe('signature_wrong')
        expect(verify(proof, post(body, { ...headers, 'x-sig': signature.slice(4) }, url), secrets)).toBe(
          'signature_wrong',
        )
        expect(verify(proof, post(body, { 'x-id': 'n-1' }, url), secrets)).toBe('signature_missing')
        expect(verify(proof, post(body, headers, url), { signingSecret: 'other' })).toBe('signature_wrong')
        expect(verify(proof, post(body, headers, url), {})).toBe('signature_wrong')
      })
    })
  })

  test.each([
    ['hex', '00ff10', Buffer.from([0, 255, 16])],
    ['base64', 'AP8Q', Buffer.from([0, 255, 16])],
    ['text', '00ff10', Buffer.from('00ff10')],
  ] as const)('a key in %s', (key, signingSecret, bytes) => {
    const request = post(body, { 'x-sig': createHmac('sha256', bytes).update(body).digest('hex').toUpperCase() })
    expect(verify({ ...HMAC, key }, request, { signingSecret })).toBe('ok')
  })

  test('a key that is none lets nobody in', () => {
    const empty = createHmac('sha256', '').update(body).digest('hex')
    expect(verify({ ...HMAC, key: 'hex' }, post(body, { 'x-sig': empty }), { signingSecret: 'xyz' })).toBe(
      'signature_wrong',
    )
    expect(verify({ ...HMAC, signed: '{broken' }, post(body, { 'x-sig': empty }), { signingSecret: 'k' })).toBe(
      'signature_wrong',
    )
  })

  describe('with the time of signing', () => {
    const sign = (time: string, text = body) => createHmac('sha256', 'key').update(`${time}.${text}`).digest('hex')
    const proofOf = (from: 'header' | 'query' | 'element', name: string, unit: 's' | 'ms' | 'iso') => ({
      ...HMAC,
      ...{ element: from === 'element' ? 'v1' : null, signed: '{timestamp}.{body}' },
      timestamp: { from, name, unit, toleranceSeconds: 60 },
    })
    const secrets = { signingSecret: 'key' }

    test.each([
      ['s', (ms: number) => String(Math.floor(ms / 1000))],
      ['ms', String],
      ['iso', (ms: number) => new Date(ms).toISOString()],
    ] as const)('in a header, %s', (unit, write) => {
      const proof = proofOf('header', 'X-Time', unit)
      for (const [age, expected] of [
        [0, 'ok'],
        [59_000, 'ok'],
        [-59_000, 'ok'],
        [62_000, 'timestamp_stale'],
        [-62_000, 'timestamp_stale'],
      ] as const) {
        const time = write(NOW - age)
        expect(verify(proof, post(body, { 'x-time': time, 'x-sig': sign(time) }), secrets)).toBe(expected)
      }
      const later = write(NOW)
      const replayed = post(body, { 'x-time': later, 'x-sig': sign(write(NOW - 600_000)) })
      expect(verify(proof, replayed, secrets)).toBe('signature_wrong')
      expect(verify(proof, post(body, { 'x-sig': sign('') }), secrets)).toBe('signature_missing')
      expect(verify(proof, post(body, { 'x-time': 'soon', 'x-sig': sign('soon') }), secrets)).toBe('timestamp_stale')
    })

    test('as element of the signature header, of which one of several signatures fits', () => {
      const proof = proofOf('element', 't', 's')
      const header = (...elements: string[]) => post(body, { 'x-sig': elements.join(', ') })
      const [t, v1] = [`t=${SECONDS}`, `v1=${sign(String(SECONDS))}`]
      expect(verify(proof, header(t, v1), secrets)).toBe('ok')
      expect(verify(proof, header(v1, 'v0=x', t, 'v1=00'), secrets)).toBe('ok')
      expect(verify(proof, header(t, v1.replace('v1', 'v2')), secrets)).toBe('signature_missing')
      expect(verify(proof, header(v1), secrets)).toBe('signature_missing')
    })

    test('in the query', () => {
      const proof = proofOf('query', 'ts', 's')
      const request = post(body, { 'x-sig': sign(String(SECONDS)) }, `${URL_}?ts=${SECONDS}`)
      expect(verify(proof, request, secrets)).toBe('ok')
    })
  })

  test.each(['__proto__', 'constructor', 'toString'])('a header called %s is no header', (header) => {
    expect(verify({ ...HMAC, header }, post(body), { signingSecret: 'key' })).toBe('signature_missing')
    expect(verify({ kind: 'header_token', header }, post(body), { token: 'x' })).toBe('credentials_missing')
  })

  test('says what it is made of', () => {
    expect(mappedAdapter(draft())).toMatchObject({ proof: 'token', urlSuffix: '/{secret:token}' })
    expect(mappedAdapter(draft({ proof: HMAC }))).toMatchObject({
      proof: 'signature',
      secrets: [{ name: 'signingSecret' }],
    })
    expect(mappedAdapter(draft({ proof: { kind: 'basic' } })).challenge).toHaveProperty('www-authenticate')
    expect(mappedAdapter(draft({ proof: { kind: 'query_token', parameter: 'a b' } })).urlSuffix).toBe(
      '?a%20b={secret:token}',
    )
  })
})

describe('values', () => {
  test.each<[unknown, string | null]>([
    ['x', 'x'],
    [7, '7'],
    [12345678901234567890n, '12345678901234567890'],
    ['', null],
    [null, null],
    [undefined, null],
  ])('%s as message id', (id, read) => {
    const body = typeof id === 'bigint' ? `{"id":${id},"status":"ok"}` : JSON.stringify({ id, status: 'ok' })
    const parsed = parse({}, post(body))
    if (read === null) expect(parsed.unreadable).toMatchObject([{ code: 'missing_field', field: 'fields.messageId' }])
    else expect(parsed.receipts).toMatchObject([{ providerMessageId: read, mapped: true }])
  })

  test.each([[{ a: 1 }], [[1]], ['\0'], ['x'.repeat(256)]])('%j is no message id', (id) => {
    expect(parse({}, post({ id, status: 'ok' })).unreadable).toMatchObject([
      { code: 'invalid_value', field: 'fields.messageId' },
    ])
  })

  test('own properties alone are found', () => {
    for (const pointer of ['/constructor/name', '/__proto__/x', '/list/length'])
      expect(parse({ fields: { status: json(pointer) } }, post({ id: '1', list: ['ok'] })).unreadable).toMatchObject([
        { code: 'missing_field', field: 'fields.status' },
      ])
  })

  test.each<[MappingSource, string]>([
    [{ from: 'query', name: 's' }, 'ok'],
    [{ from: 'header', name: 'X-Status' }, 'ok'],
    [{ from: 'path', segment: 2 }, 'ok'],
    [{ from: 'constant', value: 'ok' }, 'ok'],
  ])('status from %j', (status, word) => {
    const request = post({ id: '1' }, { 'x-status': word }, `${URL_}/token/${word}?s=${word}`)
    expect(only({ fields: { status } }, request)).toMatchObject({ status: 'delivered', rawStatus: word })
  })

  test('a form in parts is a form', () => {
    const body = '--b\r\nContent-Disposition: form-data; name="s"\r\n\r\nok\r\n--b--\r\n'
    const fields = {
      messageId: { from: 'constant' as const, value: '1' },
      status: { from: 'form' as const, name: 's' },
    }
    const request = post(body, { 'content-type': 'multipart/form-data; boundary=b' })
    expect(only({ fields }, request)).toMatchObject({ rawStatus: 'ok' })
  })

  test('a reference is enough where there is no id', () => {
    const receipt = only({ fields: { clientReference: json('/ref') } }, post({ ref: 'o-1', status: 'ok' }))
    expect(receipt).toMatchObject({ providerMessageId: null, clientReference: 'o-1' })
  })

  test.each<[string, Partial<MappingDraft['recipient']>, string | null]>([
    ['447700900123', {}, '+447700900123'],
    ['07700900123', {}, null],
    ['07700900123', { callingCode: '44' }, '+447700900123'],
    ['447700900123', { callingCode: '44' }, '+447700900123'],
    ['00447700900123', { callingCode: '44' }, '+447700900123'],
    ['+447700900123', { callingCode: '1', national: 'all' }, '+447700900123'],
    ['5550100123', { callingCode: '1', national: 'all' }, '+15550100123'],
    ['tel:07700 900123', { callingCode: '44', strip: ['sms:', 'tel:'] }, '+447700900123'],
    ['nobody', {}, null],
  ])('recipient %s by %j', (to, rules, number) => {
    const recipient = { callingCode: null, national: 'leading_zero' as const, strip: [], ...rules }
    const receipt = only({ recipient, fields: { recipient: json('/to') } }, post({ id: '1', status: 'ok', to }))
    expect(receipt.recipient).toBe(number)
  })

  test.each<[unknown, MappingDraft['time'], string | null]>([
    ['2026-11-25T14:05:09+01:00', { format: 'iso', zone: null }, '2026-11-25T13:05:09.000Z'],
    ['2026-11-25T14:05:09', { format: 'iso', zone: null }, null],
    ['2026-07-25T14:05:09', { format: 'iso', zone: 'Europe/Berlin' }, '2026-07-25T12:05:09.000Z'],
    [1795612000, { format: 'unix_s' }, '2026-11-25T13:06:40.000Z'],
    [1795612000.5, { format: 'unix_s' }, '2026-11-25T13:06:40.500Z'],
    ['1795612000500', { format: 'unix_ms' }, '2026-11-25T13:06:40.500Z'],
    [
      '25.10.2026 02:30',
      { format: 'pattern', pattern: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' },
      '2026-10-25T00:30:00.000Z',
    ],
    [
      '29.03.2026 02:30',
      { format: 'pattern', pattern: 'dd.MM.yyyy HH:mm', zone: 'Europe/Berlin' },
      '2026-03-29T01:30:00.000Z',
    ],
    ['25.10.2026 02:30', { format: 'pattern', pattern: 'dd.MM.yyyy HH:mm', zone: null }, null],
    [
      '25.11.2026 +0530',
      { format: 'pattern', pattern: 'dd.MM.yyyy xx', zone: 'Europe/Berlin' },
      '2026-11-24T18:30:00.000Z',
    ],
    ['0000-00-00 00:00:00', { format: 'iso', zone: null }, null],
    [0, { format: 'unix_s' }, null],
    ['', { format: 'unix_s' }, null],
  ])('time %j by %j', (at, time, moment) => {
    const receipt = only({ time, fields: { time: json('/at') } }, post({ id: '1', status: 'ok', at }))
    expect(receipt.occurredAt).toBe(moment === null ? null : Date.parse(moment))
  })

  test.each<[string, MappingDraft['time']]>([
    ['soon', { format: 'iso', zone: null }],
    ['1e9', { format: 'unix_s' }],
    ['31.02.2026', { format: 'pattern', pattern: 'dd.MM.yyyy', zone: 'UTC' }],
    ['01.01.1970', { format: 'pattern', pattern: 'dd.MM.yyyy', zone: 'UTC' }],
    ['01.01.2026', { format: 'pattern', pattern: 'nonsense', zone: 'UTC' }],
  ])('time %j by %j cannot be read', (at, time) => {
    const parsed = parse({ time, fields: { time: json('/at') } }, post({ id: '1', status: 'ok', at }))
    expect(parsed.unreadable).toMatchObject([{ code: 'invalid_time', field: 'fields.time' }])
  })

  test('what is nice to have is left out when it cannot be right', () => {
    const fields = {
      ...{ price: json('/p'), currency: json('/c'), mcc: json('/mcc'), mnc: json('/mnc'), segments: json('/n') },
      ...{ part: json('/part'), parts: json('/parts'), carrier: json('/carrier') },
    }
    const good = {
      id: '1',
      status: 'ok',
      p: 0.0415,
      c: 'eur',
      mcc: 262,
      mnc: 1,
      n: '2',
      part: 1,
      parts: 2,
      carrier: 'O2',
    }
    expect(only({ fields }, post(good))).toMatchObject({
      ...{ price: '0.0415', currency: 'EUR', mccmnc: '26201', segments: 2, part: 1, parts: 2, carrierName: 'O2' },
    })
    const bad = { ...good, p: '-1', c: '€', mcc: 'x', n: 'many', part: 0, parts: 2, carrier: '' }
    const receipt = only({ fields }, post(bad))
    for (const name of ['price', 'currency', 'mccmnc', 'segments', 'part', 'parts', 'carrierName'])
      expect(receipt).not.toHaveProperty(name)
  })
})

describe('words and codes', () => {
  const errors: MappingDraft['errors'] = [
    { code: '27', name: '', failureClass: 'unreachable_handset', permanent: false, plain: 'Off.', nextStep: 'wait' },
  ]
  test.each<[string, string, Partial<MappingDraft>, object]>([
    ['no', '27', {}, { status: 'undelivered', errorCode: '27', failureClass: 'unreachable_handset' }],
    ['no', '28', {}, { errorCode: '28', failureClass: 'unknown' }],
    ['no', '0', {}, { errorCode: null, failureClass: 'unknown' }],
    ['no', '', {}, { errorCode: null }],
    ['ok', '27', {}, { status: 'delivered', errorCode: '27', failureClass: null }],
    ['OK', '', { ignoreCase: true }, { status: 'delivered', rawStatus: 'OK' }],
    ['huh', '', { unknownWords: 'sent' }, { status: 'sent', rawStatus: 'huh' }],
  ])('%s %s %j', (status, code, change, read) => {
    const receipt = only({ errors, ...change, fields: { errorCode: json('/code') } }, post({ id: '1', status, code }))
    expect(receipt).toMatchObject(read)
    expect(receipt).not.toHaveProperty('unrecognised')
  })

  test('a word that nobody knows is kept with all that was read', () => {
    expect(parse({}, post({ id: '1', status: 'OK' }))).toMatchObject({
      receipts: [],
      unreadable: [{ code: 'unknown_status', receipt: { rawStatus: 'OK', providerMessageId: '1', mapped: true } }],
    })
  })

  test('the dictionary knows every row', () => {
    const adapter = mappedAdapter(draft({ errors }))
    expect(adapter.errors).toEqual([{ ...errors[0], name: '27' }])
    for (const { code } of adapter.errors)
      expect(adapter.explain(code)).toMatchObject({ nextStep: 'wait', plain: 'Off.' })
    expect(adapter.explain('28')).toBeUndefined()
    expect(adapter.statuses).toEqual(draft().statuses)
  })
})

describe('lists', () => {
  const items = { list: '/batches', inner: '/reports' }
  const fields = { sender: json('/from', 'outer'), route: json('/route', 'body') }

  test('within lists, each entry judged alone', () => {
    const body = {
      route: 'gold',
      batches: [
        { from: 'ACME', reports: [{ id: 1, status: 'ok' }, { id: 2 }, 'junk'] },
        { from: 'B', reports: { id: 4, status: 'no' } },
        { from: 'C' },
      ],
    }
    const parsed = parse({ items, fields }, post(body))
    expect(parsed.receipts).toMatchObject([
      { providerMessageId: '1', sender: 'ACME', route: 'gold' },
      { providerMessageId: '4', sender: 'B', status: 'undelivered' },
    ])
    expect(parsed.unreadable.map(({ item, field }) => [item, field])).toEqual([
      [1, 'fields.status'],
      [2, 'fields.messageId'],
      [4, 'fields.messageId'],
    ])
  })

  test('one that is not there, one that is empty, one without end', () => {
    expect(parse({ items }, post({ other: 1 })).unreadable).toMatchObject([
      { code: 'missing_field', field: 'items.list' },
    ])
    expect(parse({ items }, post({ batches: [] }))).toMatchObject({
      receipts: [],
      unreadable: [],
      ignored: expect.any(String),
    })
    const long = `[${'0,'.repeat(20_000)}0]`
    expect(parse({ items: { list: '', inner: null } }, post(long)).unreadable).toMatchObject([
      { code: 'malformed_body' },
    ])
  })

  test('what is to be ignored is ignored, whole or entry by entry', () => {
    const whole = { source: json('/type', 'body'), when: 'in' as const, values: ['inbound'] }
    expect(parse({ items, ignore: whole }, post({ type: 'inbound' }))).toMatchObject({
      unreadable: [],
      ignored: expect.any(String),
    })
    const each = { source: json('/kind'), when: 'not_in' as const, values: ['dlr'] }
    const body = { list: [{ kind: 'mo' }, { kind: 'dlr', id: 1, status: 'ok' }, {}] }
    const parsed = parse({ items: { list: '/list', inner: null }, ignore: each }, post(body))
    expect(parsed).toMatchObject({ receipts: [{ providerMessageId: '1' }], unreadable: [] })
  })

  test.each(['', '{', '[1', '\xff', 'null', '7'])('the body %j is unreadable, not an exception', (body) => {
    expect(parse({ items }, post(body)).unreadable).toHaveLength(1)
  })
})

test('a draft that says nothing yet reads nothing and lets nobody in', () => {
  const adapter = mappedAdapter(mappingDraft.parse({ version: 1, provider: 'X' }))
  expect(adapter.parse(post({ id: '1', status: 'ok' })).unreadable).toMatchObject([{ field: 'fields.messageId' }])
  expect(adapter.verify(post(''), {}, { now: NOW }).ok).toBe(false)
})
