import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { BODY_FORMS } from '@/lib/contracts/connectionSettings'
import { orderQuery } from './orderQuery'
import { reformatBody } from './reformatBody'
import { reformatJson } from './reformatJson'

const SAMPLE = '{"a":[1.0,{"b":"x/y"},[],{}],"n":12345678901234567890,"é":"\\u00fc\\"","a":null}'

describe('reformatJson', () => {
  it('writes as the common libraries do', () => {
    const value = { a: [1, { b: 'x/y' }, [], {}], é: 'ü"', n: null }
    const compact = JSON.stringify(value)
    for (const start of [compact, JSON.stringify(value, null, 3)]) {
      expect(reformatJson(start, 'json_compact')).toBe(compact)
      expect(reformatJson(start, 'json_pretty_2')).toBe(JSON.stringify(value, null, 2))
      expect(reformatJson(start, 'json_pretty_4')).toBe(JSON.stringify(value, null, 4))
    }
    expect(reformatJson(compact, 'json_spaced')).toBe('{"a": [1, {"b": "x/y"}, [], {}], "é": "ü\\"", "n": null}')
    expect(reformatJson(compact, 'json_ascii')).toContain('"\\u00e9":"\\u00fc\\""')
    expect(reformatJson('"\\u00fc\\n\\u0041"', 'json_unicode')).toBe('"ü\\n\\u0041"')
    expect(reformatJson('"a/b\\\\/"', 'json_escaped_slashes')).toBe('"a\\/b\\\\\\/"')
    expect(reformatJson('"a\\/b"', 'json_plain_slashes')).toBe('"a/b"')
  })

  it('keeps numbers, the order of keys and repeated keys as they are written', () => {
    expect(reformatJson(reformatJson(SAMPLE, 'json_pretty_2')!, 'json_compact')).toBe(SAMPLE)
  })

  it('leaves what is not JSON', () => {
    for (const text of ['', '{', 'a=b', '{"a":1}x']) expect(reformatJson(text, 'json_compact')).toBeUndefined()
  })
})

test('no spelling of a body changes what it says', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(...BODY_FORMS), (value, form) => {
      fc.pre(!form.startsWith('form_') && form !== 'with_crlf')
      const body = Buffer.from(JSON.stringify(value, null, 1))
      const text = reformatBody(body, form)
        .toString('utf8')
        .replace(/^\ufeff/, '')
      expect(JSON.parse(text)).toEqual(JSON.parse(body.toString('utf8')))
    }),
    { numRuns: 2000 },
  )
})

test('bodies that are no text stay as they are', () => {
  const body = Buffer.from([0xff, 0x2b, 0x0a])
  for (const form of BODY_FORMS) expect(reformatBody(body, form)).toEqual(body)
})

test('a query in the order of the provider', () => {
  expect(orderQuery('a=1&b=2&c&a=3', ['c', 'a'])).toBe('c&a=1&b=2&a=3')
  expect(orderQuery('', ['c'])).toBe('')
})
