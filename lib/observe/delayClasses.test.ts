import { describe, expect, it } from 'vitest'
import { DELAY_CLASSES, delayClass, readDelays } from './delayClasses'

function count(delays: readonly number[]): number[] {
  const classes = Array.from({ length: DELAY_CLASSES }, () => 0)
  for (const delay of delays) classes[delayClass(delay)] = (classes[delayClass(delay)] ?? 0) + 1
  return classes
}

describe('delayClass', () => {
  it('never leaves its classes and never falls as the time grows', () => {
    const times = [-9e9, -2_001, -2_000, -1, 0, 99, 100, 101, 5_000, 3_600_000, 7 * 86_400_000, 9e12]
    const classes = times.map(delayClass)
    expect(classes).toEqual([...classes].sort((a, b) => a - b))
    expect(classes.slice(0, 4)).toEqual([0, 0, 1, 1])
    expect(classes.at(-1)).toBe(DELAY_CLASSES - 1)
  })
})

describe('readDelays', () => {
  it.each([150, 800, 4_000, 61_000, 3_600_000, 80_000_000])('reads %i ms back to within a tenth', (ms) => {
    const { p50 } = readDelays(count(Array.from({ length: 200 }, () => ms)))
    expect(Math.abs((p50 ?? 0) / ms - 1)).toBeLessThan(0.11)
  })

  it('reads quantiles of a spread to within a tenth', () => {
    const delays = Array.from({ length: 10_000 }, (_, index) => (index + 1) * 10)
    const { p50, p95, known } = readDelays(count(delays))
    expect(known).toBe(10_000)
    expect(Math.abs((p50 ?? 0) / 50_000 - 1)).toBeLessThan(0.1)
    expect(Math.abs((p95 ?? 0) / 95_000 - 1)).toBeLessThan(0.1)
  })

  it('counts a clock ahead of ours apart', () => {
    expect(readDelays(count([-60_000, -60_000, 1_000]))).toMatchObject({ known: 1, clockAhead: 2 })
    expect(readDelays([5])).toEqual({ known: 0, clockAhead: 5, p50: null, p95: null })
    expect(readDelays([])).toEqual({ known: 0, clockAhead: 0, p50: null, p95: null })
  })

  it('says a week for what took longer', () => {
    expect(readDelays(count([30 * 86_400_000])).p95).toBe(7 * 86_400_000)
  })
})
