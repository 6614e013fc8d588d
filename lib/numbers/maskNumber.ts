const SHOWN_END = 3
const DOTS = '•••• ••'
/** +1 and +7 stand alone, these have two digits, all other calling codes three (ITU-T E.164). */
const TWO_DIGITS = /^\+(2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/

/** "+447700900214" → "+44 •••• ••214": the calling code and the last digits, which is enough to recognise, not to call. */
export function maskNumber(number: string | null): string | null {
  if (number === null) return null
  if (number.length < 8) return DOTS
  return `${callingCode(number)} ${DOTS}${number.slice(-SHOWN_END)}`.trimStart()
}

function callingCode(number: string): string {
  if (!number.startsWith('+')) return ''
  if (/^\+[17]/.test(number)) return number.slice(0, 2)
  return number.slice(0, TWO_DIGITS.test(number) ? 3 : 4)
}
