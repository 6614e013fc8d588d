import { expect, it } from 'vitest'
import type { Connection } from '@/lib/contracts/connection'
import { firstRunSentence } from './firstRunSentence'

const connection = (name: string): Connection => ({
  id: name,
  adapter: 'twilio',
  name,
  sample: false,
  callbackUrl: 'https://landed.example/x',
  setup: '',
  createdAt: '2026-11-24T14:00:00.000Z',
  pausedAt: null,
  lastSeenAt: null,
  urlSuffix: null,
  secrets: [],
  secretFields: null,
  rotation: null,
  repairs: [],
})
const say = (...names: string[]) =>
  firstRunSentence(names.map(connection))
    .map((part) => part.text)
    .join('')

it('begins at what is there: nothing, one connection, or several', () => {
  expect(say()).toBe('No provider is connected yet, so no text is known.')
  expect(say('Reminders')).toBe('“Reminders” is connected. Waiting for its first callback about a text.')
  expect(say('A', 'B')).toBe('2 provider accounts are connected. Waiting for the first callback about a text.')
})
