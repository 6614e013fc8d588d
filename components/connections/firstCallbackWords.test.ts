import { describe, expect, it } from 'vitest'
import type { Callback } from '@/lib/contracts/callback'
import { firstCallbackWords } from './firstCallbackWords'

const entry = { id: '1', code: 'signature_wrong', reason: 'The signature does not match.', item: 0, authentic: false }
const open = [{ ...entry, resolvedAt: null, resolution: null }]
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
const handshake = callback({ outcome: 'ignored', receipts: 0, method: 'GET' })
const marks = (...callbacks: Callback[]) => Object.values(firstCallbackWords(callbacks).steps).join(' ')

describe('firstCallbackWords', () => {
  it('lights up one mark after the other', () => {
    expect(marks()).toBe('waiting waiting waiting')
    expect(marks(handshake)).toBe('done done waiting')
    expect(marks(callback({}), handshake)).toBe('done done done')
    expect(firstCallbackWords([handshake]).text).toContain('send one')
  })

  it('works once something was applied, also when a stranger calls after it', () => {
    const refused = callback({ outcome: 'refused', receipts: 0, quarantine: open })
    expect(marks(refused, callback({}))).toBe('done done done')
  })

  it('tells why the newest callback was not accepted', () => {
    const refused = firstCallbackWords([callback({ outcome: 'refused', quarantine: open })])
    expect(Object.values(refused.steps).join(' ')).toBe('done wrong waiting')
    expect(refused).toMatchObject({
      text: 'A callback arrived but was refused. The signature does not match.',
      unproved: true,
    })
    const unapplied = firstCallbackWords([callback({ outcome: 'unapplied', receipts: 0, quarantine: open })])
    expect(Object.values(unapplied.steps).join(' ')).toBe('done done wrong')
    expect(unapplied.unproved).toBe(false)
  })

  it('does not call it refused while a mapping is missing', () => {
    const quarantine = open.map((each) => ({ ...each, code: 'mapping_missing' }))
    expect(marks(callback({ outcome: 'refused', receipts: 0, quarantine }))).toBe('done waiting waiting')
  })
})
