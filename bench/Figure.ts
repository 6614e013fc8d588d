/** One line of the result: what was measured, what it should be, and whether it is. */
export interface Figure {
  what: string
  measured: string
  target: string
  met: boolean
}

/** A figure that must not be below `target`. */
export function atLeast(what: string, value: number, target: number, unit: string): Figure {
  return { what, measured: format(value, unit), target: `≥ ${format(target, unit)}`, met: value >= target }
}

/** A figure that must not be above `target`. */
export function atMost(what: string, value: number, target: number, unit: string): Figure {
  return { what, measured: format(value, unit), target: `≤ ${format(target, unit)}`, met: value <= target }
}

function format(value: number, unit: string): string {
  const digits = value >= 1000 || Number.isInteger(value) ? 0 : value >= 100 ? 1 : 2
  const text = value.toLocaleString('en-GB', { maximumFractionDigits: digits })
  return unit === '×' ? `${text} ×` : `${text} ${unit}`
}
