import { describe, expect, it } from 'vitest'
import type { Callback } from '@/lib/contracts/callback'
import { firstCallbackWords } from './firstCallbackWords'

const entry = { id: '1', code: 'signature_wrong', reason: 'The signature does not match.', item: 0, authentic: false }
const callback = (over: Partial<Callback>): Callback => ({
  id: '019ab000-0000-7000-8000-000000000001',
  receivedAt: '2026-11-24T14:00:00.000Z',
  connection: null,
  adapter: 'twilio',
  method: 'POST',
  target: '/',
  bodyBytes: 0,
  outcome: 'applied',
  receipts: 1,
  quarantine: [],
  ...over,
})

describe('firstCallbackWords', () => {
  it('waits, then tells that it works', () => {
    expect(firstCallbackWords(undefined).state).toBe('waiting')
    expect(firstCallbackWords(callback({})).state).toBe('received')
    expect(firstCallbackWords(callback({ outcome: 'ignored' })).state).toBe('received')
  })

  it('tells why the first callback was not accepted', () => {
    const quarantine = [{ ...entry, resolvedAt: null, resolution: null }]
    expect(firstCallbackWords(callback({ outcome: 'refused', quarantine }))).toEqual({
      state: 'refused',
      text: 'A callback arrived but was refused. The signature does not match.',
    })
    expect(firstCallbackWords(callback({ outcome: 'unapplied', quarantine })).state).toBe('refused')
  })
})
