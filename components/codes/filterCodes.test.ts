import { describe, expect, it } from 'vitest'
import { exampleEntry } from './exampleEntry.fixture'
import { type CodesFilter, filterCodes } from './filterCodes'

const NONE: CodesFilter = { q: null, provider: null, kind: null, class: null, permanent: null, only: null }
const dictionary = {
  providers: [
    { id: 'twilio', name: 'Twilio' },
    { id: 'kannel', name: 'Kannel' },
  ],
  steps: {},
  items: [
    exampleEntry({ code: '130003', name: 'Something else' }),
    exampleEntry({ code: '30003', name: 'Unreachable destination handset', failureClass: 'unreachable_handset' }),
    exampleEntry({ adapter: 'kannel', kind: 'status', code: '8', status: 'sent', failureClass: null }),
    exampleEntry({ adapter: 'kannel', code: '27', failureClass: 'unreachable_handset', permanent: true }),
  ],
}
const codes = (filter: Partial<CodesFilter>) => filterCodes(dictionary, { ...NONE, ...filter }).map(({ code }) => code)

describe('the search of the dictionary', () => {
  it('finds every word anywhere, and the exact code first', () => {
    expect(codes({ q: '30003' })).toEqual(['30003', '130003'])
    expect(codes({ q: 'twilio HANDSET' })).toEqual(['30003'])
    expect(codes({ q: 'out of reach' })).toEqual(['30003', '27'])
    expect(codes({ q: 'kannel sent' })).toEqual(['8'])
    expect(codes({ q: 'nowhere' })).toEqual([])
  })

  it('narrows by provider, kind, reason and permanence', () => {
    expect(codes({ provider: 'kannel', kind: 'error' })).toEqual(['27'])
    expect(codes({ class: 'unreachable_handset', permanent: 'yes' })).toEqual(['27'])
    expect(codes({ permanent: 'unknown' })).toEqual(['130003', '30003'])
    expect(codes({ only: 'overridden' })).toEqual([])
  })
})
