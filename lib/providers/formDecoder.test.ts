import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decodeForm, firstValue } from './formDecoder'

const pairs = (text: string) => {
  const { names, values } = decodeForm(text)
  return names.map((name, index) => [name, values[index]])
}

describe('decodeForm', () => {
  test('agrees with URLSearchParams on whatever it encodes', () => {
    const entries = fc.array(fc.tuple(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' })))
    fc.assert(
      fc.property(entries, (sent) => {
        const text = new URLSearchParams(sent).toString()
        expect(pairs(text)).toEqual([...new URLSearchParams(text)])
        expect(decodeForm(text).malformed).toBe(false)
      }),
    )
  })

  test('agrees with URLSearchParams on any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const wire = Buffer.from(bytes)
        expect(pairs(wire.toString('latin1'))).toEqual([...new URLSearchParams(escapeHigh(wire))])
      }),
      { numRuns: 2000 },
    )
  }, 60_000)

  test('keeps empty values, blanks at the ends and repeated names', () => {
    expect(pairs('a=&b=+x+&a=2&c')).toEqual([
      ['a', ''],
      ['b', ' x '],
      ['a', '2'],
      ['c', ''],
    ])
    expect(firstValue(decodeForm('a=1&a=2'), 'a')).toBe('1')
    expect(firstValue(decodeForm('a=1'), 'b')).toBeUndefined()
  })

  test.each(['a=%N', 'a=%4', 'a=%', 'a=%zz&b=1'])('marks a broken escape: %s', (text) => {
    expect(decodeForm(text).malformed).toBe(true)
  })

  test('stops at 1000 pairs', () => {
    expect(decodeForm('a=1&'.repeat(1000)).malformed).toBe(false)
    const flood = decodeForm('a&'.repeat(500_000))
    expect(flood.names).toHaveLength(1000)
    expect(flood.malformed).toBe(true)
  })

  test('bytes that are not UTF-8 become U+FFFD and are no broken escape', () => {
    expect(decodeForm('a=%ff%00x')).toEqual({ names: ['a'], values: ['\ufffd\0x'], malformed: false })
  })
})

/** URLSearchParams takes text, so bytes above 0x7F go in percent-encoded; "?" at the start would be dropped by it. */
function escapeHigh(wire: Buffer): string {
  const text = [...wire].map((byte) => (byte > 0x7f ? `%${byte.toString(16)}` : String.fromCharCode(byte))).join('')
  return text.startsWith('?') ? `%3F${text.slice(1)}` : text
}
