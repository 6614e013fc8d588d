import { InvalidArgumentError } from 'commander'

/** A share in percent, 0 to 100. */
export function percentOf(text: string): number {
  return numberIn(text, 0, 100, 'It must be a percentage from 0 to 100.')
}

/** Events per second; 0 means without limit and becomes Infinity. */
export function rateOf(text: string): number {
  return numberIn(text, 0, 100_000, 'It must be a number from 0 to 100000.') || Infinity
}

/** A whole number from 1 to a million. */
export function countOf(text: string): number {
  return whole(text, 1, 1_000_000)
}

/** A whole number from 0 to 2^32 − 1. */
export function seedOf(text: string): number {
  return whole(text, 0, 2 ** 32 - 1)
}

function whole(text: string, least: number, most: number): number {
  const message = `It must be a whole number from ${least} to ${most}.`
  const value = numberIn(text, least, most, message)
  if (!Number.isInteger(value)) throw new InvalidArgumentError(message)
  return value
}

function numberIn(text: string, least: number, most: number, message: string): number {
  const value = text.trim() === '' ? NaN : Number(text)
  if (!(value >= least && value <= most)) throw new InvalidArgumentError(message)
  return value
}
