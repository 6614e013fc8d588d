import { isDeepStrictEqual } from 'node:util'
import type { RejudgePreview } from '@/lib/contracts/codes'
import type { MappingDraft } from '@/lib/contracts/mapping'
import { previewMappingChange } from '@/lib/dictionary/previewMappingChange'
import { storedMapping } from './storedMapping'
import { tablesOf } from './switchOnMapping'

/**
 * What switching on this mapping would do to the messages that are stored already; null where its tables are those that
 * are in use, or where none is. Changes nothing. Throws HttpProblem 404, or 409 for other adapters.
 */
export async function mappingEffect(publicId: string, mapping: MappingDraft): Promise<RejudgePreview | null> {
  const { id, active } = await storedMapping(publicId)
  if (!active || isDeepStrictEqual(tablesOf(active), tablesOf(mapping))) return null
  return previewMappingChange(id, mapping)
}
