import fc from 'fast-check'
import examples from 'libphonenumber-js/mobile/examples'
import {
  type CountryCode,
  getCountries,
  getCountryCallingCode,
  getExampleNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { describe, expect, it } from 'vitest'
import { countryOf } from './countryOf'

const RUNS = 20_000
const SHARED = ['1', '7', '39', '44', '47', '61', '212', '262', '290', '358', '590', '599']
const digits = (minLength: number, maxLength: number) =>
  fc.array(fc.integer({ min: 0, max: 9 }), { minLength, maxLength }).map((list) => list.join(''))

/** The library is the oracle wherever it knows a country; where it does not, there is nothing to compare. */
function agrees(number: string): void {
  // Canada's seven-digit service numbers (310 xxxx) begin like Los Angeles; no prefix can tell, and no text reaches them.
  if (/^\+1310\d{4}$/.test(number)) return
  const parsed = parsePhoneNumberFromString(number)
  // The parser may drop a national prefix typed by mistake; such text is no E.164 number.
  if (parsed?.country && parsed.number === number) expect([number, countryOf(number)]).toEqual([number, parsed.country])
}

describe('countryOf', () => {
  it.each(getCountries())('knows the example number of %s', (country: CountryCode) => {
    const example = getExampleNumber(country, examples)
    if (!example) throw new Error(`no example number for ${country}`)
    expect(countryOf(example.number)).toBe(parsePhoneNumberFromString(example.number)?.country)
  })

  it('agrees with libphonenumber on random numbers of every country', () => {
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), digits(4, 12), (country, national) =>
        agrees(`+${getCountryCallingCode(country)}${national}`),
      ),
      { numRuns: RUNS },
    )
  })

  it('agrees with libphonenumber on random numbers of calling codes shared by several countries', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SHARED), digits(6, 10), (code, national) => agrees(`+${code}${national}`)),
      { numRuns: RUNS },
    )
  })

  it('agrees with libphonenumber on numbers near the example numbers', () => {
    fc.assert(
      fc.property(fc.constantFrom(...getCountries()), fc.nat(10), digits(10, 10), (country, kept, random) => {
        const example = getExampleNumber(country, examples)?.number ?? ''
        const head = example.slice(0, Math.max(example.length - kept, 2))
        agrees(head + random.slice(0, example.length - head.length))
      }),
      { numRuns: RUNS },
    )
  })

  it.each([
    ['+15555550123', 'US'],
    ['+12025550123', 'US'],
    ['+14165550123', 'CA'],
    ['+447700900123', 'GB'],
    ['+447911123456', 'GG'],
    ['+77011234567', 'KZ'],
    ['+79161234567', 'RU'],
    ['+358181234567', 'AX'],
  ])('places %s in %s', (number, country) => expect(countryOf(number)).toBe(country))

  it.each([null, '', '+', '447700900123', 'ACME', '+8001234567', '+000'])('says nothing about %s', (text) =>
    expect(countryOf(text)).toBe(''),
  )
})
