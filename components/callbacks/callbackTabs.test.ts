import { expect, it } from 'vitest'
import { tabOf } from './callbackTabs'

it('knows which view a filter shows, whatever connection or code narrows it', () => {
  expect(tabOf({})).toBe('all')
  expect(tabOf({ quarantined: 'open', code: 'signature_wrong' })).toBe('quarantine')
  expect(tabOf({ outcome: 'refused' })).toBe('refused')
  expect(tabOf({ outcome: 'applied', quarantined: 'open' })).toBe('')
})
