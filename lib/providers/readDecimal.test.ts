import { expect, test } from 'vitest'
import { jsonDecimal } from './readDecimal'

test.each([
  [0.0085, '0.0085'],
  [0, '0'],
  [12, '12'],
  [5e-7, '0.0000005'],
  [1.25e-7, '0.000000125'],
  ['0.30', '0.30'],
  ['0,30', undefined],
  [-1, undefined],
  [1e21, undefined],
  [1e-30, undefined],
  [NaN, undefined],
  [null, undefined],
  [undefined, undefined],
  [{}, undefined],
])('%j is %s', (sent, price) => {
  expect(jsonDecimal(sent)).toBe(price)
})
