import { describe, expect, it } from 'vitest'
import { bookRefusal, type RefusalLimits, type RefusalUse } from './refusalBudget'

const LIMITS: RefusalLimits = {
  entriesPerDay: 5,
  bytesPerDay: 100,
  entriesPerCode: 2,
  bodyBytesKnown: 50,
  bodyBytesUnknown: 10,
}
const empty = (): RefusalUse => ({ entries: 0, bytes: 0, byCode: new Map() })

describe('bookRefusal', () => {
  it('books until one code has used its share, and leaves room for the others', () => {
    const use = empty()
    expect([1, 2, 3].map(() => bookRefusal(use, LIMITS, '1 signature_wrong', 1))).toEqual([true, true, false])
    expect(bookRefusal(use, LIMITS, '2 signature_wrong', 1)).toBe(true)
    expect(use).toEqual({
      entries: 3,
      bytes: 3,
      byCode: new Map([
        ['1 signature_wrong', 2],
        ['2 signature_wrong', 1],
      ]),
    })
  })

  it('stops at the entries of the day', () => {
    const use = empty()
    const booked = Array.from({ length: 8 }, (_, index) => bookRefusal(use, LIMITS, `${index} code`, 1))
    expect(booked.filter(Boolean)).toHaveLength(5)
  })

  it('stops at the bytes of the day, books nothing that does not fit, and still takes what does', () => {
    const use = empty()
    expect(bookRefusal(use, LIMITS, 'a', 60)).toBe(true)
    expect(bookRefusal(use, LIMITS, 'b', 41)).toBe(false)
    expect(bookRefusal(use, LIMITS, 'b', 40)).toBe(true)
    expect(bookRefusal(use, LIMITS, 'c', 1)).toBe(false)
    expect(use.bytes).toBe(100)
  })
})
