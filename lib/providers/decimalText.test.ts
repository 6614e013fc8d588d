import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decimalText } from './decimalText'

test.each([
  [0, '0'],
  [-0, '0'],
  [0.00883, '0.00883'],
  [0.1 + 0.2, '0.3'],
  [0.15600000000000003, '0.156'],
  [1e-7, '0.0000001'],
  [1.25e-9, '0.00000000125'],
  [-1.5e-7, '-0.00000015'],
  [1e21, '1000000000000000000000'],
  [12.5e20, '1250000000000000000000'],
])('%d is %s', (value, text) => expect(decimalText(value)).toBe(text))

test.each([NaN, Infinity, -Infinity, '0.1', null, undefined, {}])('%s is no price', (value) => {
  expect(decimalText(value)).toBeUndefined()
})

test('gives back every decimal of up to 15 digits as it was written', () => {
  fc.assert(
    fc.property(fc.nat(999_999_999), fc.integer({ min: 1, max: 12 }), (digits, places) => {
      const written = String(digits).padStart(places + 1, '0')
      const decimal = `${written.slice(0, -places)}.${written.slice(-places)}`
      const plain = decimal.replace(/0+$/, '').replace(/\.$/, '')
      expect(decimalText(JSON.parse(decimal.replace(/^0+(?=\d)/, '')))).toBe(plain.replace(/^0+(?=\d)/, ''))
    }),
  )
})
