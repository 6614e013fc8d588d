import type { Arrival, StoredReceipt } from './messageState'

const SCALE = 8

/**
 * What a text costs whose parts are charged one by one: the sum over its parts, each with the greatest price that was said
 * of it. Null when no part has a price. Decimal text, exact to eight places.
 */
export function priceOfParts(arrivals: readonly Arrival[], stored: readonly StoredReceipt[]): string | null {
  const byPart = new Map<number, bigint>()
  for (const { part, price } of [...arrivals.map(({ receipt }) => receipt), ...stored]) {
    if (part == null || price === null) continue
    const units = toUnits(price)
    if (units > (byPart.get(part) ?? -1n)) byPart.set(part, units)
  }
  return byPart.size === 0 ? null : fromUnits([...byPart.values()].reduce((sum, units) => sum + units))
}

/** "0.0085" as whole units of 10^-8. */
function toUnits(price: string): bigint {
  const [whole = '0', fraction = ''] = price.replace('-', '').split('.')
  const units = BigInt(whole + fraction.slice(0, SCALE).padEnd(SCALE, '0'))
  return price.startsWith('-') ? -units : units
}

function fromUnits(units: bigint): string {
  const digits = (units < 0n ? -units : units).toString().padStart(SCALE + 1, '0')
  const fraction = digits.slice(-SCALE).replace(/0+$/, '')
  const text = digits.slice(0, -SCALE) + (fraction === '' ? '' : `.${fraction}`)
  return units < 0n ? `-${text}` : text
}
