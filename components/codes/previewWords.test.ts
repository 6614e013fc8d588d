import { expect, it } from 'vitest'
import type { RejudgePreview } from '@/lib/contracts/codes'
import { changeWords, judgementWords, previewHeadline } from './previewWords'

const preview = (over: Partial<RejudgePreview>): RejudgePreview => ({
  exact: true,
  receipts: 0,
  messages: 0,
  changes: [],
  sample: null,
  examples: [],
  waiting: 0,
  tookMs: 5,
  ...over,
})
const to = { status: 'rejected', failureClass: null } as const
const from = { status: 'undelivered', failureClass: 'invalid_number' } as const

it('says how many messages would change, and that a sample is a sample', () => {
  expect(previewHeadline(preview({ messages: 1204, receipts: 1300 }))).toBe('1,204 messages would change.')
  expect(previewHeadline(preview({ messages: 1204, exact: false }))).toBe('About 1,204 messages would change.')
  expect(previewHeadline(preview({}))).toBe('No stored message would change.')
  expect(previewHeadline(preview({ receipts: 2 }))).toContain('others of their receipts decide')
  expect(previewHeadline(preview({ waiting: 1 }))).toContain('1 callback in quarantine would be applied.')
})

it('says what they would become', () => {
  expect(changeWords({ from, to, messages: 1204 }, true)).toBe('1,204 messages would become refused by provider')
  expect(changeWords({ from, to, messages: 1 }, false)).toBe('about 1 message would become refused by provider')
  expect(judgementWords(from)).toBe('Undelivered, number not in service')
})
