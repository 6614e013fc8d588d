import type { MappingDraft } from '@/lib/contracts/mapping'
import { toE164 } from '../e164'

/** Turns a recipient as sent into E.164 by the rules of the mapping; null for what is no number by them. */
export function recipientReader({
  callingCode,
  national,
  strip,
}: MappingDraft['recipient']): (sent: string) => string | null {
  return (sent) => {
    const prefix = strip.find((each) => sent.startsWith(each))
    const text = (prefix === undefined ? sent : sent.slice(prefix.length)).trim()
    if (callingCode === null || text.startsWith('+') || text.startsWith('00')) return toE164(text)
    if (text.startsWith('0')) return toE164(`+${callingCode}${text.slice(1)}`)
    return toE164(national === 'all' ? `+${callingCode}${text}` : text)
  }
}
