import { describe, expect, it } from 'vitest'
import { callbacksSentence } from './callbacksSentence'
import { quarantinedCallback } from './exampleCallback.fixture'

const now = new Date('2026-11-24T14:02:00Z')
const say = (codes: string[], newestAt: string | null = '2026-11-24T14:01:00Z', nextCursor: string | null = null) =>
  callbacksSentence({
    open: { asOf: now.toISOString(), items: codes.map((code) => quarantinedCallback(code)), nextCursor },
    newestAt,
    now,
  })
    .map((part) => part.text)
    .join('')

describe('callbacksSentence', () => {
  it('counts what waits by reason, most common first', () => {
    expect(say(['malformed_body', 'signature_wrong', 'signature_wrong'])).toBe(
      '3 callbacks wait in quarantine: 2 with a wrong signature and 1 that could not be read.',
    )
  })

  it('speaks of one reason as one', () => {
    expect(say(['signature_wrong'])).toBe('1 callback waits in quarantine: one with a wrong signature.')
    expect(say(['token_wrong', 'token_wrong'])).toBe('2 callbacks wait in quarantine: all with a wrong token.')
  })

  it('sums up many reasons, and does not hide one that it does not know', () => {
    expect(say(['a', 'a', 'a', 'b', 'b', 'c', 'd'])).toBe(
      '7 callbacks wait in quarantine: 3 marked “a”, 2 marked “b” and 2 for other reasons.',
    )
  })

  it('does not claim a total that it has not seen', () => {
    expect(say(['signature_wrong', 'signature_wrong'], null, 'next')).toBe(
      'More than 2 callbacks wait in quarantine. Of the newest 2: all with a wrong signature.',
    )
  })

  it('is calm when nothing waits', () => {
    expect(say([])).toBe('Nothing waits in quarantine. The newest callback arrived 60 s ago.')
    expect(say([], null)).toBe('No callback has arrived yet.')
  })
})
