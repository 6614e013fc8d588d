import { describe, expect, it } from 'vitest'
import { bytesArray, instantArray, plainArray, textArray } from './arrayLiteral'

describe('array literals', () => {
  it('quotes text and tells null from the word NULL', () => {
    expect(textArray(['a', 'NULL', null, 'say "hi"\\', '', '{,}'])).toBe(
      '{"a","NULL",NULL,"say \\"hi\\"\\\\","","{,}"}',
    )
  })

  it('writes numbers, words and nulls as they are', () => {
    expect(plainArray([1, null, 'sent', true, 5n])).toBe('{1,NULL,sent,true,5}')
  })

  it('writes instants as ISO text, nulls between equal neighbours included', () => {
    expect(instantArray([0, 0, null, null, 0, 1])).toBe(
      '{"1970-01-01T00:00:00.000Z","1970-01-01T00:00:00.000Z",NULL,NULL,"1970-01-01T00:00:00.000Z","1970-01-01T00:00:00.001Z"}',
    )
  })

  it('sends an array of nothing but nulls as an empty one', () => {
    expect(textArray([null, undefined])).toBe('{}')
    expect(plainArray([null])).toBe('{}')
    expect(instantArray([null])).toBe('{}')
    expect(bytesArray([null, null])).toBe('{}')
  })

  it('writes printable bytes as they are and all others in the hex form', () => {
    expect(bytesArray([Buffer.from('a=1&b="x"'), null, Buffer.from([0, 255]), Buffer.from('a\\b')])).toBe(
      '{"a=1&b=\\"x\\"",NULL,"\\\\x00ff","\\\\x615c62"}',
    )
  })
})
