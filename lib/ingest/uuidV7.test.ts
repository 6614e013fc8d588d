import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { timeOfUuidV7, uuidV7 } from './uuidV7'

describe('uuidV7', () => {
  it('is a UUID of version 7 and of the right variant', () => {
    const form = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
    for (let time = 0; time < 1_000; time++) expect(uuidV7(Date.UTC(2026, 10, 24))).toMatch(form)
  })

  it('tells its time, to the millisecond', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 2 ** 48 - 1 }), (at) => timeOfUuidV7(uuidV7(at)) === at))
  })

  it('sorts by time', () => {
    const times = fc.tuple(fc.nat(2 ** 31), fc.nat(2 ** 31)).filter(([a, b]) => a !== b)
    fc.assert(fc.property(times, ([a, b]) => uuidV7(a) < uuidV7(b) === a < b))
  })

  it('does not repeat itself within a millisecond', () => {
    const ids = Array.from({ length: 100_000 }, () => uuidV7(1))
    expect(new Set(ids).size).toBe(ids.length)
  })
})
