import { expect, test } from 'vitest'
import { multipartForm } from './multipartForm'

const read = (body: string | Buffer, type = 'multipart/form-data; boundary=XX') =>
  multipartForm({
    method: 'POST',
    url: 'https://h.example/',
    headers: { 'content-type': type },
    rawBody: Buffer.from(body),
  })
const part = (name: string, value: string) =>
  `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`

test('reads what fetch writes', async () => {
  const data = new FormData()
  data.append('status', 'd')
  data.append('text', 'Grüße\r\n--XX 😀')
  data.append('file', new Blob(['abc']), 'a.txt')
  const sent = new Response(data)
  const type = sent.headers.get('content-type') ?? ''
  const form = read(Buffer.from(await sent.arrayBuffer()), type)
  expect(form).toEqual({
    names: ['status', 'text', 'file'],
    values: ['d', 'Grüße\r\n--XX 😀', 'abc'],
    malformed: false,
  })
})

test.each([
  'multipart/form-data; boundary=XX',
  'Multipart/Form-Data;boundary="XX"',
  'multipart/form-data; charset=utf-8; boundary=XX',
  'multipart/form-data; boundary=XX; charset=utf-8',
])('finds the boundary in %s', (type) => {
  expect(read(`${part('a', '')}--XX--`, type)).toEqual({ names: ['a'], values: [''], malformed: false })
})

test('a preamble is skipped, an empty form is a form', () => {
  expect(read(`preamble\r\n${part('a', '1')}--XX--\r\nepilogue`)?.values).toEqual(['1'])
  expect(read('--XX--\r\n')?.names).toEqual([])
})

test.each(['', 'a=1', '--XX\r\n', part('a', '1'), '--XX\r\na: b\r\n--XX--', `--XX\r\na: b\r\n\r\n1\r\n--XX--`])(
  '%j is malformed',
  (body) => {
    expect(() => read(body)).toThrow('The multipart body')
  },
)

test('only multipart forms are read', () => {
  expect(read('a=1', 'application/x-www-form-urlencoded')).toBeUndefined()
  expect(read('a=1', 'multipart/form-data')).toBeUndefined()
  expect(read('a=1', '')).toBeUndefined()
})

test('a megabyte of parts is given up on soon', () => {
  const start = performance.now()
  expect(() => read(part('a', '').repeat(20_000))).toThrow('more than 1000 parts')
  expect(() => read(`--XX\r\n${'; name="'.repeat(120_000)}\r\n\r\n\r\n--XX--`)).toThrow('without a head')
  expect(performance.now() - start).toBeLessThan(1000)
})
