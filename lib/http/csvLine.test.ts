import { expect, it } from 'vitest'
import { csvLine } from './csvLine'

it('quotes what RFC 4180 asks to be quoted', () => {
  expect(csvLine(['a', null, 1, true, 'b,c', 'say "hi"', 'two\nlines'])).toBe(
    'a,,1,true,"b,c","say ""hi""","two\nlines"\r\n',
  )
})

it.each([
  ['=1+1', `'=1+1`],
  ['@SUM(A1)', `'@SUM(A1)`],
  ['+1-2', `'+1-2`],
  ['-cmd', `'-cmd`],
  ['\t=1', `'\t=1`],
  ['=HYPERLINK("x","y")', `"'=HYPERLINK(""x"",""y"")"`],
  ['+447700900123', '+447700900123'],
  ['-0.0075', '-0.0075'],
])('disarms the formula in %s', (text, cell) => expect(csvLine([text])).toBe(`${cell}\r\n`))
