import { expect, it } from 'vitest'
import { nextStepWords } from './nextStepWords'

it('turns the adapters’ words into a sentence, and shows a step that it does not know as it is', () => {
  expect(nextStepWords('fix number')).toBe('Correct or remove the number.')
  expect(nextStepWords('leave the trial / verify the number')).toBe('Leave the trial / verify the number.')
  expect(nextStepWords(null)).toBeNull()
})
