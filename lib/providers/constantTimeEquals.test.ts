import { expect, test } from 'vitest'
import { constantTimeEquals } from './constantTimeEquals'

test('compares whole texts of any length', () => {
  expect(constantTimeEquals('abc', 'abc')).toBe(true)
  expect(constantTimeEquals('abc', 'abcd')).toBe(false)
  expect(constantTimeEquals('', 'abc')).toBe(false)
})

test('a secret that was never set lets nobody in', () => {
  expect(constantTimeEquals('', '')).toBe(false)
})
