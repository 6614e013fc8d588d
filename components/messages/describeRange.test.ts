import { describe, expect, it } from 'vitest'
import { describeRange, rangeLabel } from './describeRange'

const ZONE = 'Europe/Berlin'
const now = new Date('2026-11-24T14:02:00+01:00')
const words = (from?: string, to?: string) => describeRange({ from, to }, now, ZONE)

describe('describeRange', () => {
  it('says nothing without a range', () => {
    expect(words()).toBe('')
  })

  it('names the hours of one day', () => {
    expect(words('2026-11-24T09:00:00+01:00', '2026-11-24T13:00:00+01:00')).toBe('between 09:00 and 13:00 today')
    expect(words('2026-11-23T09:00:00+01:00', '2026-11-23T13:00:00+01:00')).toBe('between 09:00 and 13:00 on 23 Nov')
    expect(words('2026-11-23T22:00:00+01:00', '2026-11-24T00:00:00+01:00')).toBe('between 22:00 and 24:00 on 23 Nov')
  })

  it('names a whole business day, whatever UTC thinks', () => {
    expect(words('2026-11-22T23:00:00Z', '2026-11-23T23:00:00Z')).toBe('on 23 Nov')
  })

  it('says "since" while the range is still open', () => {
    expect(words('2026-11-24T00:00:00+01:00', '2026-11-25T00:00:00+01:00')).toBe('today')
    expect(words('2026-11-24T13:00:00+01:00', '2026-11-24T14:15:00+01:00')).toBe('since 13:00 today')
    expect(words('2026-11-20T13:00:00+01:00')).toBe('since 20 Nov 13:00')
    expect(words(undefined, '2026-11-20T13:00:00+01:00')).toBe('before 20 Nov 13:00')
  })

  it('names both days when there are two, and the year when it is another', () => {
    expect(words('2026-11-23T09:00:00+01:00', '2026-11-24T13:00:00+01:00')).toBe('between 23 Nov 09:00 and 13:00 today')
    expect(words('2025-11-23T09:00:00+01:00')).toBe('since 23 Nov 2025 09:00')
  })

  it('is short on a chip', () => {
    expect(rangeLabel({ from: '2026-11-24T09:00:00+01:00', to: '2026-11-24T13:00:00+01:00' }, now, ZONE)).toBe(
      '09:00 – 13:00 today',
    )
  })
})
