import { hash, timingSafeEqual } from 'node:crypto'

/**
 * True when both texts are the same. Takes as long for a near miss as for a bad guess, and tells nothing about the
 * length of the expected text. An empty expected text never matches: a secret that was not set lets nobody in.
 */
export function constantTimeEquals(given: string, expected: string): boolean {
  const same = timingSafeEqual(hash('sha256', given, 'buffer'), hash('sha256', expected, 'buffer'))
  return same && expected !== ''
}
