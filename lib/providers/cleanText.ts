const NUL = /\0/g
const LONE_SURROGATE = /\p{Surrogate}/gu
/** The fast test for the usual text: nothing to clean. */
const SUSPECT = /[\0\ud800-\udfff]/
const LONGEST = 255
const SHOWN = 60

/** Text as PostgreSQL takes it: NUL dropped, halves of surrogate pairs replaced. */
export function cleanText(text: string): string {
  return SUSPECT.test(text) ? text.replace(NUL, '').replace(LONE_SURROGATE, '\ufffd') : text
}

/** A label that is not worth refusing a receipt for: cleaned and, past 255 characters, cut. */
export function cleanLabel(text: string): string {
  const clean = cleanText(text)
  return clean.length > LONGEST ? cleanText(clean.slice(0, LONGEST)) : clean
}

/** An offending value for a sentence: quoted, cleaned, line breaks shown as spaces, at most 60 characters of it. */
export function quoteShort(value: string): string {
  const flat = cleanText(value.length > SHOWN ? value.slice(0, SHOWN) : value).replace(/[\x01-\x1f\x7f]/g, ' ')
  return value.length > SHOWN ? `"${flat}…" (${value.length} characters)` : `"${flat}"`
}
