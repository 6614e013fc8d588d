import { describe, expect, it } from 'vitest'
import { carrierLabel } from './carrierLabel'

describe('carrierLabel', () => {
  it.each([
    ['23410', 'O2 UK'],
    ['23430', 'EE'],
    ['310260', 'T-Mobile US'],
    ['22288', 'WINDTRE'],
    // Merged away, and still reported by providers.
    ['310800', 'T-Mobile (US)'],
    // One code, two owners in two countries.
    ['338050', 'Digicel Bermuda / Digicel (TC)'],
    // The brand, not the operator: India's "operator" is a telecom circle.
    ['40445', 'Airtel India'],
    ['63903', 'Airtel (KE)'],
  ])('names %s', (code, name) => expect(carrierLabel(code)).toBe(name))

  it('never takes a code for the beginning of a longer one, or the reverse', () => {
    expect(carrierLabel('310410')).toBe('AT&T')
    expect(carrierLabel('31041')).toBe('Unknown carrier (31041)')
  })

  it('says so when it does not know', () => {
    expect(carrierLabel('')).toBe('Unknown carrier')
    expect(carrierLabel('none')).toBe('Unknown carrier')
    expect(carrierLabel('99999')).toBe('Unknown carrier (99999)')
  })

  it('passes the names of providers through', () => {
    expect(carrierLabel('Vodafone Limited')).toBe('Vodafone Limited')
    expect(carrierLabel('constructor')).toBe('constructor')
  })
})
