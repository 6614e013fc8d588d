import { toE164 } from '../e164'

const NOISE = /[\s()+.\-/]/g

/**
 * The number as the service gave it to Notify, in E.164; null for what is none. As Notify reads it: a leading 0, 44 or a
 * short number that begins with 7 is British (also "+44 (0)7700…"), everything else is international.
 */
export function toRecipient(sent: string): string | null {
  const digits = sent.replace(NOISE, '')
  if (digits.startsWith('00')) return sent.includes('+') ? null : ukOrAbroad(digits.slice(2))
  if (digits.startsWith('0')) return british(digits)
  const national = digits.startsWith('7') && digits.length < 11 && !sent.trim().startsWith('+')
  return national ? british(digits) : ukOrAbroad(digits)
}

function ukOrAbroad(digits: string): string | null {
  return digits.startsWith('44') ? british(digits.slice(2)) : toE164(digits)
}

function british(national: string): string | null {
  return toE164(`44${national.replace(/^0/, '')}`)
}
