/** More than a double holds exactly in every case: what stands beyond is the noise of binary arithmetic. */
const SIGNIFICANT_DIGITS = 15
const SCIENTIFIC = /^(-?)(\d)(?:\.(\d+))?e([+-]\d+)$/

/**
 * A JSON number as plain decimal text: 0.00883 stays "0.00883", 1e-7 becomes "0.0000001", 0.15600000000000003 (a sum
 * made by the provider) becomes "0.156". Undefined for anything but a finite number.
 */
export function decimalText(value: unknown): string | undefined {
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  const text = String(Number(value.toPrecision(SIGNIFICANT_DIGITS)))
  return text.includes('e') ? withoutExponent(text) : text
}

function withoutExponent(text: string): string | undefined {
  const match = SCIENTIFIC.exec(text)
  if (!match) return undefined
  const [, sign = '', first = '', rest = '', exponent] = match
  const shift = Number(exponent)
  const digits = first + rest
  return shift < 0 ? `${sign}0.${'0'.repeat(-shift - 1)}${digits}` : sign + digits.padEnd(shift + 1, '0')
}
