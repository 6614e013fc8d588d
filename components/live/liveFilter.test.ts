import { describe, expect, it } from 'vitest'
import { liveFilter, rangeNameOf } from './liveFilter'

const none = { range: null, from: null, to: null, connection: null, carrier: null }
const now = new Date('2026-07-01T13:02:07Z')

describe('liveFilter', () => {
  it('means today when the address bar says nothing', () => {
    expect(liveFilter(none, now, 'UTC')).toEqual({
      from: new Date('2026-07-01T00:00:00Z'),
      to: new Date('2026-07-01T13:15:00Z'),
    })
  })

  it('takes a whole hand-picked range, widened to quarter hours, and ignores half a one', () => {
    const from = new Date('2026-06-30T10:07:00Z')
    const custom = { ...none, range: 'hour' as const, from, to: new Date('2026-06-30T11:00:00Z') }
    expect(rangeNameOf(custom)).toBe('custom')
    expect(liveFilter(custom, now, 'UTC').from).toEqual(new Date('2026-06-30T10:00:00Z'))
    expect(rangeNameOf({ ...custom, to: null })).toBe('hour')
  })

  it('carries the filters along', () => {
    expect(liveFilter({ ...none, connection: 'c1', carrier: 'none' }, now, 'UTC')).toMatchObject({
      connection: 'c1',
      carrier: 'none',
    })
  })
})
