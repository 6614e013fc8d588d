const SECRET = /\{secret:(\w+)\}/g

/** A callback URL as the provider must have it: with what its adapter appends, tokens filled in. */
export function urlToPaste(
  callbackUrl: string,
  suffix: string | null,
  secrets: Readonly<Record<string, string>>,
): string {
  const filled = (suffix ?? '').replace(SECRET, (_, name: string) => encodeURIComponent(secrets[name] ?? ''))
  return callbackUrl.endsWith(filled) ? callbackUrl : callbackUrl + filled
}

/** The same when the secrets cannot be shown any more: "‹token›" stands where one belongs, and `gaps` names them. */
export function urlWithGaps(callbackUrl: string, suffix: string | null): { url: string; gaps: string[] } {
  const gaps = [...(suffix ?? '').matchAll(SECRET)].map((match) => match[1] ?? '')
  return { url: callbackUrl + (suffix ?? '').replace(SECRET, '‹$1›'), gaps }
}
