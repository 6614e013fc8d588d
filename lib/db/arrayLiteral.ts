const NOTHING = '{}'

/**
 * PostgreSQL array literals for `unnest($1::type[], …)`. pg's own serialiser works too, but asks for each element what it
 * is; on the hot path these arrays are most of what we send. An array of nothing but nulls is sent as an empty one:
 * `unnest` fills up what is shorter with NULL, so one of the arrays (a key) must have no nulls.
 */
export function textArray(values: readonly (string | null | undefined)[]): string {
  let out = '{'
  let isEmpty = true
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    const value = values[i]
    if (value == null) out += 'NULL'
    else {
      isEmpty = false
      out += quoted(value)
    }
  }
  return isEmpty ? NOTHING : out + '}'
}

/** Numbers, booleans and words of an enum: anything that needs no quotes. */
export function plainArray(values: readonly (number | bigint | boolean | string | null)[]): string {
  let out = '{'
  let isEmpty = true
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    const value = values[i]
    if (value == null) out += 'NULL'
    else {
      isEmpty = false
      out += value
    }
  }
  return isEmpty ? NOTHING : out + '}'
}

/** Instants in ms since 1970 UTC, as ISO text. Neighbours are mostly equal (one arrival time), so the last text is kept. */
export function instantArray(values: readonly (number | null)[]): string {
  let out = '{'
  let isEmpty = true
  let last: number | null = null
  let text = 'NULL'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    const value = values[i] ?? null
    if (value !== last) text = value === null ? 'NULL' : `"${new Date(value).toISOString()}"`
    if (value !== null) isEmpty = false
    last = value
    out += text
  }
  return isEmpty ? NOTHING : out + '}'
}

/**
 * bytea values. Printable ASCII without backslashes (most callbacks) stands for itself in PostgreSQL's escape format,
 * which is half as long as the hex form; its backslash is escaped once more because it stands inside an array.
 */
export function bytesArray(values: readonly (Buffer | null)[]): string {
  let out = '{'
  let isEmpty = true
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    const value = values[i]
    if (!value) out += 'NULL'
    else {
      isEmpty = false
      const text = value.toString('latin1')
      out += PLAIN_BYTES.test(text) ? quoted(text) : `"\\\\x${value.toString('hex')}"`
    }
  }
  return isEmpty ? NOTHING : out + '}'
}

const PLAIN_BYTES = /^[\x20-\x5b\x5d-\x7e]*$/
const NEEDS_ESCAPE = /["\\]/
const ESCAPED = /["\\]/g

function quoted(value: string): string {
  return NEEDS_ESCAPE.test(value) ? `"${value.replace(ESCAPED, '\\$&')}"` : `"${value}"`
}
