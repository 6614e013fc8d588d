const WHOLE = new Intl.NumberFormat('en-GB')
const COMPACT = new Intl.NumberFormat('en-GB', { notation: 'compact', maximumFractionDigits: 1 })

/** A count: "18,204". */
export function formatCount(count: number): string {
  return WHOLE.format(count)
}

/** A count for an axis or a narrow place: "18.2K". */
export function formatCompact(count: number): string {
  return count < 10_000 ? WHOLE.format(count) : COMPACT.format(count)
}

/** "1 text", "2 texts". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
