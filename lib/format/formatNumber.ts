import { parsePhoneNumberFromString } from 'libphonenumber-js/min'

/** A phone number in international writing, "+44 7400 123456"; anything else as it is. */
export function formatNumber(number: string): string {
  return parsePhoneNumberFromString(number)?.formatInternational() ?? number
}
