import { parseJson } from './parseJson'
import type { CallbackRequest } from './types'

const LONG = /(?<![\d.eE+-])-?\d{16,}(?![\d.eE])/g
/** Drops a byte order mark, as the reader of `parseJson` does. */
const utf8 = new TextDecoder()
const MAY_HOLD_LONG = /[[:,\s]-?\d{16}/

/**
 * The body as JSON, with whole numbers of 16 digits and more as texts: JSON.parse would change their last digits, and
 * an id would name another message. Throws UnreadableError (malformed_body) like `parseJson`.
 */
export function parseExactJson(request: CallbackRequest): unknown {
  const value = parseJson(request)
  const text = utf8.decode(request.rawBody)
  return MAY_HOLD_LONG.test(text) ? (JSON.parse(quoteLongNumbers(text)) as unknown) : value
}

/** Valid JSON with its long whole numbers in quotes. Walks from quote to quote, so what stands in texts is left alone. */
function quoteLongNumbers(json: string): string {
  let quoted = ''
  let start = 0
  for (;;) {
    const open = json.indexOf('"', start)
    if (open === -1) return quoted + json.slice(start).replace(LONG, '"$&"')
    const end = endOfText(json, open)
    quoted += json.slice(start, open).replace(LONG, '"$&"') + json.slice(open, end)
    start = end
  }
}

/** Where the text ends that begins with the quote at `open`. */
function endOfText(json: string, open: number): number {
  for (let i = open + 1; i < json.length; i++) {
    const character = json[i]
    if (character === '\\') i++
    else if (character === '"') return i + 1
  }
  return json.length
}
