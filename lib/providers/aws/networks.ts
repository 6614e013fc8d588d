/** Countries (MCC) in which every network code has three digits. */
const THREE_DIGITS = new Set(
  '302 311 312 313 314 315 316 330 334 342 344 346 348 352 354 356 358 360 365 366 376 708 722 732 750'.split(' '),
)
/** Countries in which some network codes have two digits and some three: 10 and 010 are different networks there. */
const EITHER = new Set('208 214 250 255 310 338 350 374 405 441 467 502 710 714 738'.split(' '))

/** MCC and MNC as the events carry them, joined; undefined unless both are there and can be a network. */
export function joinNetwork(mcc: unknown, mnc: unknown): string | undefined {
  const network = typeof mcc === 'string' && typeof mnc === 'string' ? mcc + mnc : ''
  return isNetwork(network) ? network : undefined
}

/**
 * MCC and MNC of the older log, which are numbers there: leading zeros are lost, and are put back where the country
 * leaves no doubt. Undefined where it does, and for 0, which means "unknown".
 */
export function networkOfNumbers(mcc: unknown, mnc: unknown): string | undefined {
  if (!Number.isInteger(mcc) || !Number.isInteger(mnc) || mnc === 0) return undefined
  const country = String(mcc)
  const digits = String(mnc)
  if (digits.length < 3 && EITHER.has(country)) return undefined
  const network = country + digits.padStart(THREE_DIGITS.has(country) ? 3 : 2, '0')
  return isNetwork(network) ? network : undefined
}

function isNetwork(network: string): boolean {
  return /^[2-9]\d{4,5}$/.test(network)
}
