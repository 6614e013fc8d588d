import { decimalText } from './decimalText'

/** Ten digits before the point are what the database column holds. */
const DECIMAL = /^\d{1,10}(?:\.\d{1,18})?$/

/** A price as sent when it is a plain decimal; undefined for anything else. */
export function readDecimal(sent: string | undefined): string | undefined {
  return sent !== undefined && DECIMAL.test(sent) ? sent : undefined
}

/** A price out of JSON, text or number, as plain decimal text; undefined for anything else. */
export function jsonDecimal(value: unknown): string | undefined {
  return readDecimal(typeof value === 'string' ? value : decimalText(value))
}
