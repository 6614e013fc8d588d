import { expect, test, vi } from 'vitest'
import { BoundedCache } from './BoundedCache'

test('makes each thing once, and the oldest makes room', () => {
  const cache = new BoundedCache<string>(2)
  const make = vi.fn((text: string) => text.toUpperCase())
  expect(['a', 'b', 'a', 'b'].map((text) => cache.get(text, make))).toEqual(['A', 'B', 'A', 'B'])
  expect(make).toHaveBeenCalledTimes(2)
  cache.get('c', make)
  cache.get('b', make)
  expect(make).toHaveBeenCalledTimes(3)
  cache.get('a', make)
  expect(make).toHaveBeenCalledTimes(4)
})

test('a failure is tried again', () => {
  const cache = new BoundedCache<string>()
  const fail = () => {
    throw new Error('no key')
  }
  expect(() => cache.get('a', fail)).toThrow('no key')
  expect(cache.get('a', () => 'A')).toBe('A')
})
