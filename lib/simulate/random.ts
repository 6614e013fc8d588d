/** A repeatable source of chance: the same seed gives the same run on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number
  /** Uniform whole number in [0, below). */
  below(limit: number): number
  /** True in `percent` of 100 cases. */
  percent(percent: number): boolean
  pick<T>(items: readonly T[]): T
  /** Chooses by weight; weights need not add up to anything. */
  weighted<T extends { weight: number }>(items: readonly T[]): T
  /** Log-normal: half of the values lie below `median`; a larger sigma gives a longer tail. */
  logNormal(median: number, sigma: number): number
  hex(digits: number): string
}

/** Creates a source of chance from a whole number (mulberry32). Not for secrets. */
export function createRandom(seed: number): Random {
  const next = mulberry32(seed)
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    next,
    below,
    percent: (percent) => next() * 100 < percent,
    pick: (items) => at(items, below(items.length)),
    weighted: (items) => chooseByWeight(items, next()),
    logNormal: (median, sigma) => median * Math.exp(sigma * standardNormal(next)),
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  }
}

function mulberry32(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

function chooseByWeight<T extends { weight: number }>(items: readonly T[], share: number): T {
  let left = share * items.reduce((sum, item) => sum + item.weight, 0)
  for (const item of items) {
    left -= item.weight
    if (left < 0) return item
  }
  return at(items, items.length - 1)
}

/** Box-Muller. */
function standardNormal(next: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next())
}

function at<T>(items: readonly T[], index: number): T {
  const item = items[index]
  if (item === undefined) throw new RangeError('Nothing to choose from')
  return item
}
