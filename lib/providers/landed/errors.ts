import type { ErrorEntry, ErrorMeaning } from '../types'

export const ERRORS: readonly ErrorEntry[] = []

/** The format has no codes of its own: a code is that of whatever gateway stands behind the sender. */
export function explain(): ErrorMeaning | undefined {
  return undefined
}
