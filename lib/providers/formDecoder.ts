import { wireBytes } from './wireText'

/** Decoded names and values of a form or a query, in the order in which they were sent. */
export interface Form {
  names: string[]
  values: string[]
  /** True when a "%" was not followed by two hex digits (cut off, never encoded), or when there were too many pairs. */
  malformed: boolean
}

/** Far more than any provider sends: without a limit, sorting a megabyte of "a&a&a" would hold up everybody else. */
const MOST_PAIRS = 1000
const NEEDS_DECODING = /[%+\x80-\xff]/
const RAW_BYTES = /[\x80-\xff]/
const BROKEN_ESCAPE = /%(?![0-9a-fA-F]{2})/

/**
 * Decodes `application/x-www-form-urlencoded` text, given one character per byte (latin1).
 * Never throws: broken escapes stay as they are (and set `malformed`), bytes that are not UTF-8 become U+FFFD.
 * Empty values are kept, nothing is trimmed, a name without "=" has the value "". Reads the first 1000 pairs.
 */
export function decodeForm(text: string): Form {
  const wire = wireBytes(text)
  const form: Form = { names: [], values: [], malformed: false }
  for (let start = 0; start < wire.length;) {
    if (form.names.length === MOST_PAIRS) {
      form.malformed = true
      break
    }
    const next = wire.indexOf('&', start)
    const end = next === -1 ? wire.length : next
    if (end > start) addPair(form, wire, start, end)
    start = end + 1
  }
  return form
}

/** The first value of that name, or undefined. */
export function firstValue(form: Form, name: string): string | undefined {
  const at = form.names.indexOf(name)
  return at === -1 ? undefined : form.values[at]
}

function addPair(form: Form, wire: string, start: number, end: number): void {
  const equals = wire.indexOf('=', start)
  const nameEnd = equals === -1 || equals > end ? end : equals
  form.names.push(decodeComponent(form, wire.slice(start, nameEnd)))
  form.values.push(nameEnd === end ? '' : decodeComponent(form, wire.slice(nameEnd + 1, end)))
}

function decodeComponent(form: Form, part: string): string {
  if (!NEEDS_DECODING.test(part)) return part
  const spaced = part.includes('+') ? part.replaceAll('+', ' ') : part
  if (!RAW_BYTES.test(spaced)) {
    if (!spaced.includes('%')) return spaced
    try {
      return decodeURIComponent(spaced)
    } catch {
      // Not clean percent-encoded UTF-8: byte by byte below.
    }
  }
  if (BROKEN_ESCAPE.test(spaced)) form.malformed = true
  return decodeBytes(spaced)
}

function decodeBytes(part: string): string {
  const unescaped = part.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)))
  return Buffer.from(unescaped, 'latin1').toString('utf8')
}
