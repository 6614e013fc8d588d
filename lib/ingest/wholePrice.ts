import type { Receipt } from '@/lib/providers/types'

/** What numeric(18,8) holds exactly. A price that it cannot hold stays in the raw callback. */
const STORABLE = /^-?\d{1,10}(\.\d{1,8})?$/

/**
 * What the whole text costs (of a part: what the part costs), decimal text without rounding; null when the receipt does
 * not say or says what cannot be stored. A price per segment counts once while the number of segments is not known.
 */
export function wholePrice({ price, pricePerSegment, segments }: Receipt): string | null {
  if (price === undefined || !STORABLE.test(price)) return null
  if (!pricePerSegment || segments === undefined || !Number.isSafeInteger(segments) || segments < 2) return price
  const whole = times(price, segments)
  return STORABLE.test(whole) ? whole : null
}

function times(price: string, factor: number): string {
  const point = price.indexOf('.')
  const scale = point === -1 ? 0 : price.length - point - 1
  const units = BigInt(price.replace('.', '')) * BigInt(factor)
  const digits = (units < 0n ? -units : units).toString().padStart(scale + 1, '0')
  const whole = digits.slice(0, digits.length - scale)
  return `${units < 0n ? '-' : ''}${whole}${scale === 0 ? '' : `.${digits.slice(-scale)}`}`
}
