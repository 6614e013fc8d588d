import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseExactJson } from './parseExactJson'

const read = (body: string) =>
  parseExactJson({ method: 'POST', url: 'https://h.example/', headers: {}, rawBody: Buffer.from(body) })

test('long whole numbers keep their digits, as text', () => {
  expect(read('[{"id":1674811778896240641,"n":-1674811778896240641}]')).toEqual([
    { id: '1674811778896240641', n: '-1674811778896240641' },
  ])
  expect(read('[ 1674811778896240641 , 12]')).toEqual(['1674811778896240641', 12])
  expect(read('\ufeff{"id":1674811778896240641}')).toEqual({ id: '1674811778896240641' })
  expect(read('1674811778896240641')).toBe(1674811778896240641)
})

test('fractions, exponents and what stands in texts stay as they are', () => {
  const body = String.raw`{"id":1674811778896240641,"a":0.12345678901234567,"b":12345678901234567.5,"c":1e-17,"text":"x: 1674811778896240641, \": 1674811778896240641","\\":1}`
  expect(read(body)).toEqual({
    id: '1674811778896240641',
    a: 0.12345678901234567,
    b: 12345678901234567.5,
    c: 1e-17,
    text: 'x: 1674811778896240641, ": 1674811778896240641',
    '\\': 1,
  })
})

test('texts of any content come through beside a long number', () => {
  const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\\"', ': 1674811778896240641', '\\'))
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const body = `{"texts":${JSON.stringify(texts)},"id":1674811778896240641}`
      expect(read(body)).toEqual({ texts, id: '1674811778896240641' })
    }),
  )
})

test('a megabyte takes no longer for being odd', () => {
  const start = performance.now()
  read(`[${'"\\\\\\"",'.repeat(120_000)}1674811778896240641]`)
  read(`[${'9'.repeat(900_000)}.5, 1674811778896240641]`)
  expect(performance.now() - start).toBeLessThan(1000)
})

test.each(['', '{', '[1674811778896240641', '\ufffe'])('%j is refused', (body) => {
  expect(() => read(body)).toThrow('The body is')
})
