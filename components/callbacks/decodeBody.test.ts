import { describe, expect, it } from 'vitest'
import { decodeBody, decodeQuery } from './decodeBody'

describe('decodeBody', () => {
  it('decodes a form into its fields, in order, with repeats', () => {
    expect(decodeBody('To=%2B447700900123&a=1&a=2+3', 'application/x-www-form-urlencoded; charset=utf-8')).toEqual({
      kind: 'form',
      fields: [
        { name: 'To', value: '+447700900123' },
        { name: 'a', value: '1' },
        { name: 'a', value: '2 3' },
      ],
    })
  })

  it('indents JSON like JSON.stringify does', () => {
    const value = { a: [1, { b: 'x, "y": {z}' }], empty: {}, none: [], t: true, n: null, s: '\\"' }
    expect(decodeBody(JSON.stringify(value), 'application/json')).toEqual({
      kind: 'json',
      pretty: JSON.stringify(value, null, 2),
    })
  })

  it('keeps every digit of a number that a double cannot hold', () => {
    const decoded = decodeBody('{"id":1234567890123456789}', 'application/json')
    expect(decoded).toEqual({ kind: 'json', pretty: '{\n  "id": 1234567890123456789\n}' })
  })

  it('recognises JSON that came as text, and leaves broken JSON as text', () => {
    expect(decodeBody('{"a":1}', 'text/plain').kind).toBe('json')
    expect(decodeBody('{"a":', 'application/json')).toEqual({ kind: 'text' })
    expect(decodeBody('hello', undefined)).toEqual({ kind: 'text' })
  })

  it('says that an empty body is empty', () => {
    expect(decodeBody(' \n', 'application/json')).toEqual({ kind: 'empty' })
  })
})

describe('decodeQuery', () => {
  it('decodes the parameters of a target', () => {
    expect(decodeQuery('/api/callbacks/kannel/k1?d=8&m=a%20b')).toEqual([
      { name: 'd', value: '8' },
      { name: 'm', value: 'a b' },
    ])
    expect(decodeQuery('/api/callbacks/twilio/c1')).toEqual([])
  })
})
