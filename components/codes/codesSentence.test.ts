import { expect, it } from 'vitest'
import { codesSentence } from './codesSentence'
import { exampleEntry } from './exampleEntry.fixture'

const say = (count: number, open: number) =>
  codesSentence(
    {
      providers: [
        { id: 'twilio', name: 'Twilio' },
        { id: 'kannel', name: 'Kannel' },
      ],
      steps: {},
      items: Array.from({ length: count }, () => exampleEntry()),
    },
    open,
  )
    .map(({ text }) => text)
    .join('')

it('says how much is explained, and what nobody knows', () => {
  expect(say(1200, 0)).toBe('1,200 words and codes of 2 providers explained.')
  expect(say(1200, 1)).toBe(
    '1,200 words and codes of 2 providers explained. 1 new code waits for somebody who knows it.',
  )
  expect(say(1200, 3)).toContain('3 new codes wait for somebody who knows them.')
})
