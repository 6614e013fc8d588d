import type { Proportion } from '@/lib/contracts/metrics'

/** The normal quantile of a two-sided 95 % interval. */
const Z = 1.959963984540054

/**
 * `successes` of `n` as a proportion with its 95 % Wilson score interval, all between 0 and 1; null when n is 0.
 * Unlike the textbook interval it never leaves 0…1 and stays honest for few trials and for rates near 100 %.
 * Throws RangeError unless 0 ≤ successes ≤ n, both whole.
 */
export function wilson(successes: number, n: number): Proportion | null {
  if (!Number.isInteger(successes) || !Number.isInteger(n) || successes < 0 || successes > n)
    throw new RangeError(`not a proportion: ${successes} of ${n}`)
  if (n === 0) return null
  const value = successes / n
  const zz = (Z * Z) / n
  const centre = (value + zz / 2) / (1 + zz)
  const half = (Z * Math.sqrt((value * (1 - value)) / n + zz / (4 * n))) / (1 + zz)
  return {
    value,
    // At 0 and n the exact bound is the value itself; rounding must not push it past.
    low: successes === 0 ? 0 : Math.max(0, centre - half),
    high: successes === n ? 1 : Math.min(1, centre + half),
    n,
  }
}
