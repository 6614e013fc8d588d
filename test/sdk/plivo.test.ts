import { createHmac } from 'node:crypto'
import { createRequire } from 'node:module'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plivo } from '@/lib/providers/plivo'

type Values = Record<string, string | string[]>
interface Plivo {
  validateSignature(url: string, nonce: string, signature: string, authToken: string): boolean
  validateV3Signature(
    method: string,
    url: string,
    nonce: string,
    authToken: string,
    signature: string,
    parameters?: Values,
  ): boolean
}
const sdk = createRequire(import.meta.url)('plivo') as Plivo

const TOKEN = 'NzQxMGYyYjNjNGQ1ZTZmNzA4MTkyYTNi'
const NONCE = '09853959501830537535'

/** The documented rule, written anew: the library only verifies. */
const hmac = (text: string, token = TOKEN) => createHmac('sha256', token).update(text).digest('base64')
const sorted = (values: Values, equals: string) =>
  Object.keys(values)
    .sort()
    .flatMap((name) =>
      [values[name]!]
        .flat()
        .sort()
        .map((value) => name + equals + value),
    )
function signV3(method: string, base: string, query: Values, form: Values): string {
  const names = sorted(query, '=').join('&')
  if (method === 'GET' || Object.keys(form).length === 0) return hmac(`${base}${names && `?${names}`}.${NONCE}`)
  return hmac(`${base}?${names}${names && '.'}${sorted(form, '').join('')}.${NONCE}`)
}

function encode(values: Values): string {
  const pairs = Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return new URLSearchParams(pairs).toString()
}
const withQuery = (base: string, query: Values) => (encode(query) ? `${base}?${encode(query)}` : base)

function ours(method: string, url: string, form: Values, signatures: Record<string, string>): boolean {
  const headers: Record<string, string> = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const [version, signature] of Object.entries(signatures)) {
    headers[`x-plivo-signature-${version}`] = signature
    headers[`x-plivo-signature-${version}-nonce`] = NONCE
  }
  const request = { method, url, headers, rawBody: Buffer.from(method === 'GET' ? '' : encode(form)) }
  return plivo.verify(request, { authToken: TOKEN }, { now: 0 }).ok
}

// "__proto__" is no own property of the objects that the library takes.
const text = fc.string({ unit: 'grapheme', maxLength: 20 })
const name = text.filter((it) => it !== '' && it !== '__proto__')
const values = fc.dictionary(name, fc.oneof(text, fc.array(text, { minLength: 2, maxLength: 3 })), { maxKeys: 10 })
const base = fc
  .tuple(
    fc.constantFrom('https', 'http'),
    fc.domain(),
    fc.constantFrom('', ':443', ':8443'),
    fc.constantFrom('/cb', '/cb/', '/api/callbacks/plivo/c1', '/a%20b/c~d'),
  )
  .map(([scheme, host, port, path]) => `${scheme}://${host}${port}${path}`)
const method = fc.constantFrom('GET', 'POST')

describe('version 3', () => {
  test('both accept what is signed by the documented rule', () => {
    fc.assert(
      fc.property(method, base, values, values, (how, where, query, form) => {
        const url = withQuery(where, query)
        const sent = how === 'GET' ? {} : form
        const v3 = signV3(how, where, query, sent)
        expect(sdk.validateV3Signature(how, url, NONCE, TOKEN, v3, sent)).toBe(true)
        expect(ours(how, url, sent, { v3 })).toBe(true)
        expect(ours(how, url, sent, { v3: `${hmac('x')},${v3}` })).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('both refuse a changed form, query, path, method and signature', () => {
    fc.assert(
      fc.property(base, values, values, (where, query, form) => {
        const url = withQuery(where, query)
        const v3 = signV3('POST', where, query, { ...form, Status: 'sent' })
        const cases: [string, string, Values, string][] = [
          ['POST', url, { ...form, Status: 'delivered' }, v3],
          ['POST', url, { ...form, Status: 'sent', Added: '1' }, v3],
          ['POST', withQuery(where, { ...query, added: '1' }), { ...form, Status: 'sent' }, v3],
          ['POST', withQuery(`${where}x`, query), { ...form, Status: 'sent' }, v3],
          ['GET', url, {}, v3],
          ['POST', url, { ...form, Status: 'sent' }, hmac(v3)],
        ]
        for (const [how, called, sent, signature] of cases) {
          expect(sdk.validateV3Signature(how, called, NONCE, TOKEN, signature, sent)).toBe(false)
          expect(ours(how, called, sent, { v3: signature })).toBe(false)
        }
      }),
    )
  })
})

describe('version 2', () => {
  test('both accept the signature of the URL without its query, and refuse that of any other', () => {
    fc.assert(
      fc.property(base, values, (where, query) => {
        const url = withQuery(where, query)
        const v2 = hmac(where + NONCE)
        expect(sdk.validateSignature(url, NONCE, v2, TOKEN)).toBe(true)
        expect(ours('POST', url, {}, { v2 })).toBe(true)
        const elsewhere = withQuery(`${where}x`, query)
        expect(sdk.validateSignature(elsewhere, NONCE, v2, TOKEN)).toBe(false)
        expect(ours('POST', elsewhere, {}, { v2 })).toBe(false)
        expect(ours('POST', url, {}, { v2: hmac(where + NONCE, 'another token') })).toBe(false)
      }),
    )
  })

  test('with both versions there, Landed wants both to fit', () => {
    const url = 'https://h.example.com/cb'
    const v2 = hmac(url + NONCE)
    const v3 = signV3('POST', url, {}, { Status: 'sent' })
    expect(ours('POST', url, { Status: 'sent' }, { v2, v3 })).toBe(true)
    expect(sdk.validateSignature(url, NONCE, v2, TOKEN)).toBe(true)
    expect(ours('POST', url, { Status: 'delivered' }, { v2, v3 })).toBe(false)
  })
})
