const WHOLE = new Intl.NumberFormat('en-GB')

/** A count: "18,204". */
export function formatCount(count: number): string {
  return WHOLE.format(count)
}

/** A count for an axis or a narrow place: "9,999", "18.2k", "1.3M". */
export function formatCompact(count: number): string {
  if (count < 10_000) return formatCount(count)
  const [unit, divisor] = count < 999_950 ? (['k', 1e3] as const) : (['M', 1e6] as const)
  return `${(count / divisor).toFixed(1).replace(/\.0$/, '')}${unit}`
}

/** "1 text", "2 texts". */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${formatCount(count)} ${count === 1 ? one : many}`
}
