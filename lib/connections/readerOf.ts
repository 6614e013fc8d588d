import { findAdapter } from '@/lib/providers/registry'
import type { Adapter } from '@/lib/providers/types'

/** What verifies and reads the callbacks of a connection; null when nothing does (yet). */
export function readerOf(adapter: string): Adapter | null {
  return findAdapter(adapter) ?? null
}
