/** A callback URL as the provider must have it: with what its adapter appends, tokens filled in. */
export function urlToPaste(callbackUrl: string, suffix: string, secrets: Readonly<Record<string, string>>): string {
  const filled = suffix.replace(/\{secret:(\w+)\}/g, (_, name: string) => encodeURIComponent(secrets[name] ?? ''))
  return callbackUrl.endsWith(filled) ? callbackUrl : callbackUrl + filled
}
