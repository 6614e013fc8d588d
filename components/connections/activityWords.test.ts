import { expect, it } from 'vitest'
import { delayFigures, delayMeaning, duplicateShare, rateWords } from './activityWords'
import { exampleActivity } from './exampleConnection.fixture'

const timed = exampleActivity({
  receipts: 1_300,
  delays: { known: 1_204, clockAhead: 3, p50: 1_240, p95: 61_000 },
}).hour
const untimed = exampleActivity({ receipts: 5 }).hour

it('tells delays with what they are of and what is left out', () => {
  expect(delayFigures(timed)).toBe('1.2 s · 61 s')
  expect(delayMeaning(timed, 'of the last hour')).toMatch(/half .* up to 1.2 s, 95 of 100 up to 61 s.*1,204 receipts/)
  expect(delayMeaning(timed, 'of the last hour')).toContain('3 receipts dated ahead of our clock are left out')
  expect(delayFigures(untimed)).toBe('–')
  expect(delayMeaning(untimed, 'of the last hour')).toBe(
    'None of the 5 receipts of the last hour says when its event happened.',
  )
})

it('never claims a share or a rate of nothing', () => {
  expect(duplicateShare(exampleActivity({ receipts: 0 }).hour)).toBe('–')
  expect(duplicateShare(exampleActivity({ receipts: 1_000, duplicates: 31 }).hour)).toBe('3.1\u00a0%')
  expect(duplicateShare(exampleActivity({ receipts: 10, duplicates: 12 }).hour)).toBe('100\u00a0%')
  expect([rateWords(0, 60), rateWords(1, 60), rateWords(90, 60), rateWords(7_260, 60)]).toEqual([
    'none',
    '<0.1 a minute',
    '1.5 a minute',
    '121 a minute',
  ])
})
