const SHOWN_END = 3
const DOTS = '•••• ••'

/** "+447700900214" → "+44 •••• ••214": the calling code and the last digits, which is enough to recognise, not to call. */
export function maskNumber(number: string | null): string | null {
  if (number === null) return null
  if (number.length < 8) return DOTS
  return `${number.slice(0, 3)} ${DOTS}${number.slice(-SHOWN_END)}`
}
