/**
 * PostgreSQL array literals for `unnest($1::type[])`. pg's own serialiser works too, but asks for each element what it
 * is; on the hot path these arrays are most of what we send.
 */
export function textArray(values: readonly (string | null | undefined)[]): string {
  let out = '{'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    const value = values[i]
    out += value == null ? 'NULL' : quoted(value)
  }
  return out + '}'
}

/** Numbers, booleans and words of an enum: anything that needs no quotes. */
export function plainArray(values: readonly (number | bigint | boolean | string | null)[]): string {
  let out = '{'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    out += values[i] ?? 'NULL'
  }
  return out + '}'
}

/** Instants in ms since 1970 UTC, as ISO text. Neighbours are mostly equal (one arrival time), so the last text is kept. */
export function instantArray(values: readonly (number | null)[]): string {
  let out = '{'
  let last: number | null = null
  let text = 'NULL'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    const value = values[i] ?? null
    if (value !== last) text = value === null ? 'NULL' : `"${new Date(value).toISOString()}"`
    last = value
    out += text
  }
  return out + '}'
}

/** bytea values. The backslash of the hex form is escaped once more because it stands inside an array. */
export function bytesArray(values: readonly Buffer[]): string {
  let out = '{'
  for (let i = 0; i < values.length; i++) {
    if (i > 0) out += ','
    out += `"\\\\x${values[i]?.toString('hex') ?? ''}"`
  }
  return out + '}'
}

const NEEDS_ESCAPE = /["\\]/
const ESCAPED = /["\\]/g

function quoted(value: string): string {
  return NEEDS_ESCAPE.test(value) ? `"${value.replace(ESCAPED, '\\$&')}"` : `"${value}"`
}
