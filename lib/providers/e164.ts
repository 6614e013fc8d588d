const E164 = /^\+[1-9]\d{6,14}$/
const CHANNEL = /^[a-z][a-z_]*:/i
/** Facebook's ids are digits, and as long as numbers. */
const WITHOUT_NUMBERS = /^(?:messenger|facebook):/i
const PUNCTUATION = /[\s().\-/]/g
/** Shorter ones may be short codes, which are no international numbers. */
const SHORTEST_SENDER_NUMBER = 10

/**
 * A recipient in E.164 with "+": "447700900123", "+44 7700 900123", "00447700900123" and "whatsapp:+447700900123" are
 * the same. Null for what is no international number (national form, names): guessing the country would be wrong.
 */
export function toE164(address: string): string | null {
  if (E164.test(address)) return address
  if (WITHOUT_NUMBERS.test(address)) return null
  const bare = address.replace(CHANNEL, '').replace(PUNCTUATION, '')
  const number = bare.startsWith('00') ? `+${bare.slice(2)}` : bare.startsWith('+') ? bare : `+${bare}`
  return E164.test(number) ? number : null
}

/**
 * A sender without its channel prefix. Numbers become E.164; names ("ACME") and short codes stay as they are.
 * Null when there is none.
 */
export function toSender(address: string): string | null {
  if (E164.test(address)) return address
  const bare = address.replace(CHANNEL, '').trim()
  if (bare === '') return null
  if (WITHOUT_NUMBERS.test(address)) return bare
  const digits = bare.replace(/\D/g, '').length
  const written = bare.startsWith('+') || bare.startsWith('00')
  return /^[+\d\s().\-/]+$/.test(bare) && (written || digits >= SHORTEST_SENDER_NUMBER) ? (toE164(bare) ?? bare) : bare
}
