/** A no-break space, so that "96.3 %" never breaks before its sign. */
const NBSP = '\u00a0'

/**
 * A proportion between 0 and 1 as "96.3 %". Never rounds to a claim that is not true: 9,999 of 10,000 is "99.9 %",
 * only all of them are "100 %", and only none are "0 %".
 */
export function formatPercent(value: number, digits = 1): string {
  return `${percentFigure(value, digits)}${NBSP}%`
}

/** The same without its sign, for ranges: "96.0". */
export function percentFigure(value: number, digits = 1): string {
  if (value <= 0) return '0'
  if (value >= 1) return '100'
  const step = 10 ** -digits
  const rounded = Math.min(Math.max(Math.round((value * 100) / step) * step, step), 100 - step)
  return rounded.toFixed(digits)
}
