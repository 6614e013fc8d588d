import { describe, expect, it } from 'vitest'
import { contradictionWords, duplicateWords, lagWords } from './timelineWords'

describe('lagWords', () => {
  it('tells the distance of the clocks', () => {
    expect(lagWords(250)).toBe('0.3 s later')
    expect(lagWords(12)).toBe('same moment')
    expect(lagWords(-2000)).toBe('2.0 s ahead of ours')
    expect(lagWords(null)).toBe('provider gives no time')
  })
})

describe('contradictionWords', () => {
  it('explains only a contradiction, and says what counts', () => {
    expect(contradictionWords({ contradicted: false, state: 'delivered' })).toBeNull()
    expect(contradictionWords({ contradicted: true, state: 'delivered' })).toContain('Delivered counts')
  })
})

describe('duplicateWords', () => {
  it('counts repeats', () => {
    expect(duplicateWords(0)).toBeNull()
    expect(duplicateWords(1)).toBe('arrived 1 more time, counted once')
    expect(duplicateWords(2)).toBe('arrived 2 more times, counted once')
  })
})
