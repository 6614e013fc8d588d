import metadata from 'libphonenumber-js/max/metadata'

/** Positions in libphonenumber-js's packed country metadata (its METADATA.md). */
const POSSIBLE_LENGTHS = 3
const LEADING_DIGITS = 10
const TYPES = 11

type Packed = readonly unknown[]

/** What tells the numbers of one country from those of others that share its calling code. */
export interface NumberingPlan {
  country: string
  /** Length of its shortest national number. */
  shortest: number
  /** True when some national number of this country begins with these digits. */
  hasNumbersFrom(digits: string): boolean
}

/** Calling code → plans of its countries in libphonenumber's order: the main country first. */
export function numberingPlans(): Map<string, NumberingPlan[]> {
  const countries = metadata.countries as unknown as Record<string, Packed>
  return new Map(
    Object.entries(metadata.country_calling_codes).map(([code, ids]) => [
      code,
      (ids as string[]).map((id) => planOf(id, countries[id] ?? [])),
    ]),
  )
}

function planOf(country: string, packed: Packed): NumberingPlan {
  const pattern = prefixPattern(packed)
  return {
    country,
    shortest: Math.min(...(packed[POSSIBLE_LENGTHS] as number[])),
    hasNumbersFrom: (digits) => pattern.test(digits),
  }
}

/** Where a country has "leading digits" they alone decide, as in libphonenumber; elsewhere its number types do. */
function prefixPattern(packed: Packed): RegExp {
  const leading = packed[LEADING_DIGITS]
  if (typeof leading === 'string') return new RegExp(`^(?:${openEnded(leading)})`)
  const types = (packed[TYPES] as ([string] | 0)[]).flatMap((type) => (type && type[0] ? [type[0]] : []))
  return new RegExp(`^(?:${types.map(openEnded).join('|')})$`)
}

/** Lets a pattern match the beginnings of what it matched: each digit may also be the end of the text. */
function openEnded(pattern: string): string {
  return pattern.replace(/\\d|\[[^\]]*\]|\{[^}]*\}|\d/g, (atom) => (atom.startsWith('{') ? atom : `(?:${atom}|$)`))
}
