import { expect, test } from 'vitest'
import { emptyMapping } from '@/lib/contracts/emptyMapping'
import { mappingSentence } from './mappingSentence'

const connection = { id: 'c', name: 'Pelican' }
const active = emptyMapping('Pelican')
const said = (...input: Parameters<typeof mappingSentence>) =>
  mappingSentence(...input)
    .map(({ text }) => text)
    .join('')

test.each([
  [{ active: null, waiting: 0 }, true, 3, 'Pelican waits for its mapping: 3 things to say.'],
  [{ active: null, waiting: 1 }, true, 1, 'Pelican waits for its mapping: 1 thing to say. 1 callback waits.'],
  [{ active: null, waiting: 2 }, true, 0, 'Pelican is described and can be switched on. 2 callbacks wait.'],
  [{ active, waiting: 0 }, false, 0, 'Pelican is read by its mapping.'],
  [{ active, waiting: 0 }, true, 1, 'Pelican is read by its mapping; your changes are not switched on.'],
])('%j changed %j, %i problems', (state, isChanged, problems, words) => {
  expect(said({ connection, ...state }, isChanged, problems)).toBe(words)
})
