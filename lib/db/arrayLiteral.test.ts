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
    expect(instantArray([null])).toBe('{NULL}')
  })

  it('writes bytes in the hex form', () => {
    expect(bytesArray([Buffer.from([0, 255]), Buffer.alloc(0)])).toBe('{"\\\\x00ff","\\\\x"}')
  })
})
