import { expect, it } from 'vitest'
import { lately } from './announceChange'

const NOW = Date.UTC(2026, 10, 25, 12)
const change = (age: number) => ({
  committedAt: new Date(NOW - age).toISOString(),
  receipts: 1,
  quarantined: 0,
  newest: [],
})

it('a callback that waited counts as late, one that is replayed does not', () => {
  expect(lately(change(8_000), NOW)).toEqual(change(8_000))
  expect(lately(change(3_600_000), NOW)).toEqual(change(0))
})
