import { describe, expect, it } from 'vitest'
import { exampleCallback, quarantinedCallback } from './exampleCallback.fixture'
import { outcomeWords } from './outcomeWords'

const label = (...args: Parameters<typeof exampleCallback>) => outcomeWords(exampleCallback(...args)).label

describe('outcomeWords', () => {
  it('names each outcome', () => {
    expect(label()).toBe('Applied')
    expect(label({ outcome: 'ignored' })).toBe('Nothing to do')
    expect(label({ outcome: 'unapplied' })).toBe('In quarantine')
    expect(label({ outcome: 'refused' })).toBe('Refused')
  })

  it('says that a part of a batch waits', () => {
    expect(outcomeWords(quarantinedCallback('unknown_status', { outcome: 'applied', receipts: 9 }))).toMatchObject({
      label: 'Partly applied',
      meaning: '9 receipts applied; the rest waits in quarantine.',
    })
  })

  it('does not keep calling a replayed callback refused', () => {
    const refused = quarantinedCallback('signature_wrong')
    const quarantine = refused.quarantine.map((entry) => ({ ...entry, resolvedAt: '2026-11-24T15:00:00Z' }))
    expect(label({ ...refused, quarantine })).toBe('Resolved')
  })
})
