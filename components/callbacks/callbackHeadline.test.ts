import { describe, expect, it } from 'vitest'
import type { Callback, CallbackDetail } from '@/lib/contracts/callback'
import { callbackHeadline } from './callbackHeadline'
import { exampleCallback, quarantinedCallback } from './exampleCallback.fixture'

const say = (callback: Callback, messages: CallbackDetail['messages'] = []) =>
  callbackHeadline({ ...callback, headers: {}, body: '', bodyHash: '', messages })
    .map((part) => part.text)
    .join('')

describe('callbackHeadline', () => {
  it('says what a callback brought', () => {
    expect(say(exampleCallback(), [{ id: '1', providerMessageId: 'SM1' }])).toBe(
      'Applied. It holds 1 receipt about 1 message.',
    )
    expect(say(exampleCallback({ outcome: 'ignored', receipts: 0 }))).toMatch(/^Nothing to do\. Authentic/)
  })

  it('says why one waits', () => {
    expect(say(quarantinedCallback('signature_wrong'))).toBe(
      'Refused: wrong signature. Nobody proved who sent it, so it changed nothing.',
    )
  })
})
