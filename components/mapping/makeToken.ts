const BYTES = 24

/** A new secret that only Landed checks: 192 random bits as URL-safe text. */
export function makeToken(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(BYTES))
  return btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
}
