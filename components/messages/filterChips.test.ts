import { describe, expect, it } from 'vitest'
import { filterChips } from './filterChips'

const now = new Date('2026-11-24T14:02:00Z')

describe('filterChips', () => {
  it('has one chip for each filter that is set, with the range as one', () => {
    const chips = filterChips(
      {
        from: '2026-11-24T09:00:00Z',
        to: '2026-11-24T13:00:00Z',
        state: 'failed',
        failureClass: 'invalid_number',
        carrier: 'none',
        connection: 'c1',
        q: '+447700900123',
      },
      { connection: 'Reminders' },
      now,
      'UTC',
    )
    expect(chips.map((chip) => `${chip.name}: ${chip.value}`)).toEqual([
      'Sent: 09:00 – 13:00 today',
      'State: Failed',
      'Reason: Number not in service',
      'Connection: Reminders',
      'Carrier: Unknown',
      'Search: +447700900123',
    ])
    expect(chips[0]?.keys).toEqual(['from', 'to'])
  })

  it('is empty without filters', () => {
    expect(filterChips({}, {}, now, 'UTC')).toEqual([])
  })
})
