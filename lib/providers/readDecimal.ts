/** Ten digits before the point are what the database column holds. */
const DECIMAL = /^\d{1,10}(?:\.\d{1,18})?$/

/** A price as sent when it is a plain decimal; undefined for anything else. */
export function readDecimal(sent: string | undefined): string | undefined {
  return sent !== undefined && DECIMAL.test(sent) ? sent : undefined
}

/**
 * A price out of JSON, as text or number, as plain decimal text: 5e-7 becomes "0.0000005". Undefined for anything else.
 */
export function jsonDecimal(value: unknown): string | undefined {
  if (typeof value === 'string') return readDecimal(value)
  if (typeof value !== 'number') return undefined
  const text = String(value)
  return readDecimal(text.includes('e-') ? value.toFixed(18).replace(/0+$/, '') : text)
}
