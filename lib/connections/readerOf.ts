import { mappingDraft } from '@/lib/contracts/mapping'
import { log } from '@/lib/log'
import { CUSTOM, mappedAdapter } from '@/lib/providers/mapped'
import { findAdapter } from '@/lib/providers/registry'
import type { Adapter } from '@/lib/providers/types'

/**
 * What verifies and reads the callbacks of a connection; null when nothing does (yet). A stored mapping that cannot be
 * read is logged and taken for one that is not switched on, so that it does not take other connections down with it.
 */
export function readerOf(adapter: string, storedMapping: unknown = null): Adapter | null {
  if (adapter !== CUSTOM) return findAdapter(adapter) ?? null
  if (storedMapping === null) return null
  // Only the shape: what an older Landed switched on goes on working when newer checks would refuse it.
  const read = mappingDraft.safeParse(storedMapping)
  if (read.success) return mappedAdapter(read.data)
  log.error({ err: read.error }, 'the stored mapping of a connection cannot be read: its callbacks wait')
  return null
}
