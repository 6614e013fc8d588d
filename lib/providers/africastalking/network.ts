import type { Receipt } from '../types'

/** Codes that no list of networks has, or that mean something else there. Never to be looked up. */
const PRIVATE: ReadonlyMap<string, string> = new Map([
  ['63999', 'Equitel'],
  ['99999', 'Athena (sandbox)'],
])

/** `networkCode` is MCC and MNC joined, but for the codes of Africa's Talking's own, which become a name. */
export function readNetwork(code: string | undefined): Pick<Receipt, 'mccmnc' | 'carrierName'> {
  const carrierName = PRIVATE.get(code ?? '')
  if (carrierName !== undefined) return { carrierName }
  return code && /^\d{5,6}$/.test(code) ? { mccmnc: code } : {}
}
