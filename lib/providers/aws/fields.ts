import { cleanLabel } from '../cleanText'
import { decimalText } from '../decimalText'
import { isJsonObject, jsonText } from '../parseJson'
import { readDecimal } from '../readDecimal'
import { readTime } from '../readTime'
import type { Receipt } from '../types'
import { UnreadableError } from '../UnreadableError'

export type JsonObject = Record<string, unknown>

/** The object under that name; an empty one when there is none. */
export function childOf(object: JsonObject, name: string): JsonObject {
  const child = Object.hasOwn(object, name) ? object[name] : undefined
  return isJsonObject(child) ? child : {}
}

/** A word that decides. Throws UnreadableError (missing_field, invalid_value). */
export function requireWord(object: JsonObject, name: string): string {
  const word = jsonText(object, name)
  if (!word) throw new UnreadableError('missing_field', `${name} is missing.`)
  return word
}

/** Unix milliseconds as number or text; null when there are none. Throws UnreadableError (invalid_time). */
export function readMilliseconds(object: JsonObject, name: string): number | null {
  const sent = jsonText(object, name)
  if (sent === undefined || sent === '') return null
  return readTime(/^\d{1,15}$/.test(sent) ? Number(sent) : NaN, name, sent)
}

/** A text that is shown and nothing else: cleaned, and left out when it is none. */
export function label(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? cleanLabel(value) : undefined
}

/** How many parts; undefined for what is no count (0: not known yet). Pinpoint sends it as text. */
export function readCount(value: unknown): number | undefined {
  const count = typeof value === 'string' && /^\d{1,4}$/.test(value) ? Number(value) : value
  return typeof count === 'number' && Number.isInteger(count) && count > 0 ? count : undefined
}

/** Everything of AWS is in US dollars. */
export function priceInUsd(value: unknown): Pick<Receipt, 'price' | 'currency'> {
  const price = readDecimal(decimalText(value))
  return price === undefined ? {} : { price, currency: 'USD' }
}

/** An optional key of a receipt: not there rather than undefined. */
export function optional<K extends string, V>(key: K, value: V | undefined): { [key in K]?: V } {
  return value === undefined ? {} : ({ [key]: value } as { [key in K]?: V })
}
