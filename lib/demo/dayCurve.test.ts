import { TZDate } from '@date-fns/tz'
import { describe, expect, it } from 'vitest'
import { dayCurveStarts } from './dayCurve'

const DAY = 24 * 3_600_000

describe('dayCurveStarts', () => {
  const from = Date.UTC(2026, 10, 23, 20, 17)
  const starts = dayCurveStarts(from, from + DAY, 6000, 'America/New_York', 1)

  it('gives about the wished number, in order, within the range', () => {
    expect(starts.length).toBeGreaterThan(5800)
    expect(starts.length).toBeLessThan(6200)
    expect(starts).toEqual([...starts].sort((a, b) => a - b))
    expect(starts[0]).toBeGreaterThanOrEqual(0)
    expect(starts.at(-1)).toBeLessThan(DAY)
  })

  it('is busy in the local morning and quiet in the local night', () => {
    const inHour = (hour: number) =>
      starts.filter((start) => new TZDate(from + start, 'America/New_York').getHours() === hour).length
    expect(inHour(9)).toBeGreaterThan(20 * inHour(3))
  })

  it('gives a part of a day its part, the same for the same seed', () => {
    const part = dayCurveStarts(from, from + 10 * 60_000, 6000, 'America/New_York', 4)
    expect(part).toEqual(dayCurveStarts(from, from + 10 * 60_000, 6000, 'America/New_York', 4))
    expect(part.length).toBeLessThan(200)
    expect(dayCurveStarts(from, from, 6000, 'UTC', 1)).toEqual([])
  })
})
