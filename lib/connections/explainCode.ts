import { findAdapter } from '@/lib/providers/registry'
import type { ErrorMeaning } from '@/lib/providers/types'
import { connectionByPublicId } from './directory'

/** What an error code means: by the connection's own mapping where it has one, else by its provider's table. */
export function explainCode(adapter: string, publicId: string, code: string): ErrorMeaning | undefined {
  const reader = findAdapter(adapter) ?? connectionByPublicId(publicId)?.reader
  return reader?.explain(code)
}
