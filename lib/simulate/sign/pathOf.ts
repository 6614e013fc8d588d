/** Path and query of a full URL, byte for byte. */
export function pathOf(url: string): string {
  return url.replace(/^https?:\/\/[^/?#]+/, '') || '/'
}
