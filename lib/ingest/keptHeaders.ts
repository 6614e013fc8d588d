/** Headers that say nothing about the callback and would only fill the log. */
const DROPPED = new Set([
  'accept',
  'accept-encoding',
  'accept-language',
  'connection',
  'content-length',
  'cookie',
  'keep-alive',
  'transfer-encoding',
])
const MAX_VALUE = 4_000

/**
 * The headers that are kept with a callback: all that a later check of its authenticity may need (Node refuses NUL in them).
 */
export function keptHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const name in headers) {
    if (DROPPED.has(name)) continue
    const value = headers[name] ?? ''
    kept[name] = value.length > MAX_VALUE ? value.slice(0, MAX_VALUE) : value
  }
  return kept
}
