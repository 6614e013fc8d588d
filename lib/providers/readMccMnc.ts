/** MCC and MNC joined, as sent; anything else than five or six digits says nothing and is left out. */
export function readMccMnc(sent: string | undefined): string | undefined {
  return sent !== undefined && /^\d{5,6}$/.test(sent) ? sent : undefined
}
