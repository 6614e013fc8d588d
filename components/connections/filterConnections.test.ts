import { expect, it } from 'vitest'
import { exampleConnection } from './exampleConnection.fixture'
import { filterConnections } from './filterConnections'

const all = [
  exampleConnection({ id: 'a7k3m', name: 'Clinic Leeds' }),
  exampleConnection({ id: 'b', name: 'Clinic York', adapter: 'kannel' }),
  exampleConnection({ id: 'c', name: 'Marketing', pausedAt: '2026-11-24T13:00:00Z' }),
]
const none = { q: null, provider: null, state: null }
const find = (over: object) =>
  filterConnections(all, { ...none, ...over }, ({ pausedAt }) => (pausedAt ? 'paused' : 'heard'))
    .map(({ id }) => id.charAt(0))
    .join('')

it('narrows by words, provider and state', () => {
  expect(find({})).toBe('abc')
  expect(find({ q: 'CLINIC' })).toBe('ab')
  expect(find({ q: 'york clinic' })).toBe('b')
  expect(find({ q: 'kannel' })).toBe('b')
  expect([find({ q: 'a7k3' }), find({ q: 'a7k' })]).toEqual(['a', ''])
  expect(find({ provider: 'twilio' })).toBe('ac')
  expect(find({ state: 'paused' })).toBe('c')
  expect(find({ state: 'paused', q: 'clinic' })).toBe('')
})
