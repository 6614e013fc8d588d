import { describe, expect, it } from 'vitest'
import { resolveRange } from '@/lib/metrics/timeRange'
import { rangeName } from './rangePresets'

const now = new Date('2026-11-24T14:02:00Z')

describe('rangeName', () => {
  it('recognises a named range, and calls any other one custom', () => {
    expect(rangeName({}, now, 'UTC')).toBeNull()
    expect(rangeName(resolveRange('today', now, 'UTC'), now, 'UTC')).toBe('today')
    expect(rangeName({ from: '2026-11-24T09:00:00Z', to: '2026-11-24T13:00:00Z' }, now, 'UTC')).toBe('custom')
    expect(rangeName({ from: '2026-11-24T09:00:00Z' }, now, 'UTC')).toBe('custom')
  })

  it('no longer calls yesterday’s "today" today', () => {
    const before = resolveRange('today', new Date('2026-11-23T14:02:00Z'), 'UTC')
    expect(rangeName(before, now, 'UTC')).toBe('custom')
  })
})
