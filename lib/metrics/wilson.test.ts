import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { wilson } from './wilson'

describe('wilson', () => {
  it('gives the published interval for 81 of 263 (Newcombe 1998, table I, method 3)', () => {
    const interval = wilson(81, 263)
    expect(interval?.low).toBeCloseTo(0.2553, 4)
    expect(interval?.high).toBeCloseTo(0.3662, 4)
  })

  it('stays honest at the ends (Newcombe 1998: 0 of 20, 1 of 29)', () => {
    expect(wilson(0, 20)).toMatchObject({ value: 0, low: 0 })
    expect(wilson(0, 20)?.high).toBeCloseTo(0.1611, 4)
    expect(wilson(1, 29)?.low).toBeCloseTo(0.0061, 4)
    expect(wilson(1, 29)?.high).toBeCloseTo(0.1718, 4)
    expect(wilson(5, 5)?.high).toBe(1)
  })

  it('says nothing without trials and refuses impossible counts', () => {
    expect(wilson(0, 0)).toBeNull()
    expect(() => wilson(3, 2)).toThrow(RangeError)
    expect(() => wilson(-1, 2)).toThrow(RangeError)
    expect(() => wilson(0.5, 2)).toThrow(RangeError)
  })

  it('always encloses the value, within 0 and 1, and mirrors', () => {
    const counts = fc
      .integer({ min: 1, max: 1e9 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)))
    fc.assert(
      fc.property(counts, ([k, n]) => {
        const a = wilson(k, n)!
        const b = wilson(n - k, n)!
        expect(a.low).toBeGreaterThanOrEqual(0)
        expect(a.high).toBeLessThanOrEqual(1)
        expect(a.low).toBeLessThanOrEqual(a.value)
        expect(a.high).toBeGreaterThanOrEqual(a.value)
        expect(a.low).toBeCloseTo(1 - b.high, 9)
      }),
    )
  })
})
