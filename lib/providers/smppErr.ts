const NO_ERROR = /^(?:0*|nul|null|nd)$/i
const LONGEST = 32

/** The `err` of a receipt text as sent; null where it says "no error", is missing, or is no code at all. */
export function smppErr(err: string | null | undefined): string | null {
  return !err || NO_ERROR.test(err) || err.length > LONGEST ? null : err
}
