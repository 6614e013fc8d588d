import { expect, it } from 'vitest'
import { nextBar } from './nextBar'

it('moves by arrows within the ends, jumps by Home and End, ignores the rest', () => {
  expect(nextBar('ArrowLeft', 3, 5)).toBe(2)
  expect(nextBar('ArrowLeft', 0, 5)).toBe(0)
  expect(nextBar('ArrowRight', 4, 5)).toBe(4)
  expect(nextBar('Home', 3, 5)).toBe(0)
  expect(nextBar('End', 0, 5)).toBe(4)
  expect(nextBar('Enter', 3, 5)).toBeNull()
  expect(nextBar('ArrowRight', -1, 0)).toBeNull()
})
