import { expect, it } from 'vitest'
import { overlapRequest } from './overlapRequest'

it('is a length, or a moment in the business zone once it is complete', () => {
  expect(overlapRequest({ choice: '7d', until: '' }, 'Europe/London')).toEqual({ overlap: '7d' })
  expect(overlapRequest({ choice: 'until', until: '' }, 'Europe/London')).toBeNull()
  expect(overlapRequest({ choice: 'until', until: '2026-07-01T12:00' }, 'Europe/London')).toEqual({
    until: '2026-07-01T11:00:00.000Z',
  })
})
