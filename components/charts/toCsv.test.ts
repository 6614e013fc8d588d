import { expect, it } from 'vitest'
import { toCsv } from './toCsv'

it('quotes what needs it, leaves numbers alone and disarms formulas', () => {
  expect(
    toCsv(
      ['a', 'b'],
      [
        ['x, "y"', -1],
        ['=1+1', null],
      ],
    ),
  ).toBe('a,b\r\n"x, ""y""",-1\r\n\'=1+1,\r\n')
})
