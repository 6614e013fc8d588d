import { describe, expect, it } from 'vitest'
import { ADAPTERS } from '@/lib/providers/registry'
import { FAILURE_CLASSES } from '@/lib/status/failureClass'
import { CLASS_SENTENCES } from './classSentences'
import { nextStepSentence } from './nextStepSentence'
import { stepsFor } from './stepsFor'

const READERS = ['support', 'marketing', 'engineering'] as const
const SENTENCE = /^[A-Z][^]*[.!?]$/

describe('the next steps', () => {
  it.each(
    FAILURE_CLASSES.flatMap((failureClass) => [true, false, null].map((permanent) => ({ failureClass, permanent }))),
  )('are three different, full sentences for $failureClass, permanent: $permanent', ({ failureClass, permanent }) => {
    const steps = stepsFor({ failureClass, permanent, nextStep: null })
    for (const reader of READERS) expect(steps[reader]).toMatch(SENTENCE)
    expect(new Set(READERS.map((reader) => steps[reader])).size).toBe(3)
    expect(CLASS_SENTENCES[failureClass]).toMatch(SENTENCE)
  })

  it('differ where sending again cannot work from where it can', () => {
    for (const failureClass of ['unreachable_handset', 'invalid_number', 'throttled', 'provider_error'] as const)
      expect(stepsFor({ failureClass, permanent: true, nextStep: null })).not.toEqual(
        stepsFor({ failureClass, permanent: false, nextStep: null }),
      )
  })

  it('never tell marketing to keep a number that must not be texted', () => {
    for (const failureClass of FAILURE_CLASSES)
      for (const permanent of [true, false, null])
        expect(stepsFor({ failureClass, permanent, nextStep: 'stop' }).marketing).not.toMatch(/Keep the number/)
  })

  it('send support to the number where the provider blames the number, whatever the class', () => {
    for (const failureClass of FAILURE_CLASSES)
      expect(stepsFor({ failureClass, permanent: null, nextStep: 'fix number' }).support).toMatch(/number/)
  })

  it('say advice that goes beyond the class once, and advice that the class implies not twice', () => {
    const reason = { failureClass: 'provider_error', permanent: null } as const
    const plain = stepsFor({ ...reason, nextStep: null })
    expect(stepsFor({ ...reason, nextStep: 'wait' })).toEqual(plain)
    expect(stepsFor({ ...reason, nextStep: 'raise or remove MaxPrice' }).engineering).toBe(
      `Raise or remove MaxPrice. ${plain.engineering}`,
    )
  })

  it('are full sentences for every code of every adapter', () => {
    const errors = Object.values(ADAPTERS).flatMap((adapter) => adapter.errors)
    expect(errors.length).toBeGreaterThan(400)
    for (const error of errors) for (const reader of READERS) expect(stepsFor(error)[reader]).toMatch(SENTENCE)
  })
})

describe('an adapter’s word as a sentence', () => {
  it('is ours where we know it, and else shown as it is', () => {
    expect(nextStepSentence('fix number')).toBe('Correct or remove the number.')
    expect(nextStepSentence('leave the trial / verify the number')).toBe('Leave the trial / verify the number.')
    expect(nextStepSentence('constructor')).toBe('Constructor.')
    expect(nextStepSentence(null)).toBeNull()
  })
})
