import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { readHmacJwt } from './readHmacJwt'

const SECRET = 's3cret'
const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
function token(header: unknown, claims: unknown = { a: 1 }, hash = 'sha256', secret = SECRET): string {
  const text = `${part(header)}.${part(claims)}`
  return `${text}.${createHmac(hash, secret).update(text).digest('base64url')}`
}
const read = (jwt: string, secret = SECRET) => readHmacJwt(jwt, secret, ['HS256'])

test.each(['HS256', 'HS384', 'HS512'] as const)('%s', (alg) => {
  const jwt = token({ alg }, { a: 1 }, alg.replace('HS', 'sha'))
  expect(readHmacJwt(jwt, SECRET, [alg])).toEqual({ a: 1 })
  expect(readHmacJwt(jwt, SECRET, [])).toBeUndefined()
  expect(readHmacJwt(jwt, 'other', [alg])).toBeUndefined()
})

describe('refused', () => {
  const good = token({ alg: 'HS256', typ: 'JWT' })
  const [header = '', payload = '', signature = ''] = good.split('.')
  test.each([
    ['alg none, unsigned', `${part({ alg: 'none' })}.${payload}.`],
    ['alg none, signed', token({ alg: 'none' })],
    ['another algorithm', token({ alg: 'HS512' }, {}, 'sha512')],
    ['a public-key algorithm', token({ alg: 'RS256' })],
    ['no algorithm', token({})],
    ['extensions', token({ alg: 'HS256', crit: ['b64'], b64: false })],
    ['other claims', `${header}.${part({ a: 2 })}.${signature}`],
    ['a cut signature', good.slice(0, -1)],
    ['no signature', `${header}.${payload}.`],
    ['a fourth part', `${good}.x`],
    ['two parts', `${header}.${payload}`],
    ['claims that are no object', token({ alg: 'HS256' }, [1])],
    ['a header that is no JSON', `x.${payload}.${signature}`],
    ['nothing', ''],
    ['a megabyte of dots', '.'.repeat(1_000_000)],
  ])('%s', (_, jwt) => {
    expect(read(good)).toEqual({ a: 1 })
    expect(read(jwt)).toBeUndefined()
  })

  test('an empty secret fits nothing', () => {
    expect(read(token({ alg: 'HS256' }, {}, 'sha256', ''), '')).toBeUndefined()
  })
})
