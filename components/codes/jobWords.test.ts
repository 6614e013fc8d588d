import { expect, it } from 'vitest'
import type { RejudgeJob } from '@/lib/contracts/codes'
import { jobWords } from './jobWords'

const job = (over: Partial<RejudgeJob>): RejudgeJob => ({
  id: 1,
  adapter: 'twilio',
  connection: null,
  title: 'Code 30003 means rejected',
  author: 'Ana',
  state: 'running',
  createdAt: '2026-11-25T10:00:00.000Z',
  startedAt: '2026-11-25T10:00:00.000Z',
  finishedAt: null,
  checked: 0,
  total: 10_000,
  changed: 0,
  receiptsChanged: 0,
  error: null,
  ...over,
})
const now = new Date('2026-11-25T10:00:10.000Z')

it('tells progress, rate and time left', () => {
  expect(jobWords(job({ checked: 2_500, changed: 1_204 }), now)).toBe(
    '2,500 of 10,000 messages checked, 1,204 messages changed, 250 a second, 30 s left.',
  )
  expect(jobWords(job({ checked: 0 }), now)).toBe('0 of 10,000 messages checked, 0 messages changed.')
  expect(jobWords(job({ checked: 10_000, changed: 1 }), now)).toContain('Looking once more')
})

it('tells how it ended', () => {
  expect(jobWords(job({ state: 'waiting' }), now)).toBe('Begins in a moment.')
  expect(jobWords(job({ state: 'done', checked: 10_000, changed: 1 }), now)).toBe(
    'Done: 10,000 messages checked, 1 message changed.',
  )
  expect(jobWords(job({ state: 'stopped', checked: 5_000 }), now)).toContain('Stopped: 5,000 of 10,000')
  expect(jobWords(job({ state: 'failed', error: 'disk full' }), now)).toContain('disk full')
})
