/** " through Twilio main on EE": what the filters leave, as part of a sentence. Empty without filters. */
export function filterScope(connection: string | null, carrier: string | null): string {
  const through = connection ? ` through ${connection}` : ''
  return carrier ? `${through} on ${carrier}` : through
}
