import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/**
 * A phone number of which only the country and the last three digits can be read: "+44 •••• ••214".
 * Text that is no phone number (a short code, an e-mail address) keeps its last three characters.
 */
export function maskNumber(number: string): string {
  const parsed = number.startsWith('+') ? parsePhoneNumberFromString(number) : undefined
  const country = parsed ? `+${parsed.countryCallingCode} ` : ''
  const rest = parsed ? parsed.nationalNumber : number
  const tail = rest.slice(rest.length > 5 ? -3 : -1)
  return `${country}•••• ••${tail}`
}
